import type { ChatPerson } from '../../net/chat-types.ts';
import { initialOf } from '../../store/letters.ts';
import { Marker } from '../ui/Marker.tsx';

/** A person's marker as decoration beside the name; a pale one for who is gone. */
export function PersonMarker({ person, size }: { person: Omit<ChatPerson, 'id'>; size: number }) {
  if (person.isGone)
    return <span class="letter" aria-hidden="true" style={{ width: `${size}px`, height: `${size}px` }} />;
  return <Marker index={person.marker} initial={initialOf(person.name)} size={size} />;
}
