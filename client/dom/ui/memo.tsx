import { Component, type FunctionComponent } from 'preact';

/** A component that is drawn again only when a property is another one, for lines of long lists. */
export function memo<P extends object>(Content: FunctionComponent<P>) {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const keys = Object.keys(next) as (keyof P)[];
      return keys.some((key) => next[key] !== this.props[key]);
    }

    override render() {
      return <Content {...(this.props as P)} />;
    }
  };
}
