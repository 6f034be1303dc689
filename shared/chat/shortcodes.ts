const TABLE =
  'smile 😄 grin 😁 joy 😂 rofl 🤣 blush 😊 wink 😉 heart_eyes 😍 kiss 😘 tongue 😛 cool 😎 thinking 🤔 neutral 😐 ' +
  'unamused 😒 roll_eyes 🙄 smirk 😏 sweat 😅 sad 😢 cry 😭 angry 😠 rage 😡 scream 😱 flushed 😳 sleepy 😴 shush 🤫 ' +
  'shrug 🤷 facepalm 🤦 party 🥳 star_struck 🤩 pleading 🥺 mind_blown 🤯 nerd 🤓 clown 🤡 ghost 👻 skull 💀 robot 🤖 ' +
  'eyes 👀 wave 👋 clap 👏 pray 🙏 muscle 💪 ok_hand 👌 thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 raised_hands 🙌 ' +
  'handshake 🤝 crossed_fingers 🤞 point_up ☝️ heart ❤️ broken_heart 💔 blue_heart 💙 green_heart 💚 yellow_heart 💛 ' +
  'fire 🔥 sparkles ✨ star ⭐ tada 🎉 trophy 🏆 medal 🏅 rainbow 🌈 art 🎨 palette 🎨 dart 🎯 dice 🎲 crown 👑 ' +
  'bulb 💡 rocket 🚀 zap ⚡ check ✅ x ❌ question ❓ warning ⚠️ hundred 💯 coffee ☕ pizza 🍕 cake 🍰 cat 🐱 dog 🐶';

/** What can be typed between colons, and the emoji it stands for. */
export const SHORTCODES: ReadonlyMap<string, string> = new Map(
  [...TABLE.matchAll(/(\S+) (\S+)/g)].map(([, name = '', emoji = '']) => [name, emoji]),
);
