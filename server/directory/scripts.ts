/**
 * What Redis carries out in one step, for `RedisDirectory`. Everything stands under one hash tag, so that a cluster keeps
 * it together:
 *
 * | key | what |
 * | --- | --- |
 * | `{rooms}:leases` | sorted set: until when each process is alive, ms |
 * | `{rooms}:since` | hash: since when it is without a gap, ms |
 * | `{rooms}:addresses` | hash: where others reach a process, if it said so |
 * | `{rooms}:takers` | hash: what a process that takes rooms can read, as JSON |
 * | `{rooms}:own` | hash: the process that has a room |
 * | `{rooms}:of:<process>` | hash: what is said of each of its rooms, as JSON |
 * | `{rooms}:list:<process>:<list>` | sorted set: those that stand in a list, by minus their rank |
 * | `{rooms}:counts:<process>` | hash: rooms of each quota, rooms and people of each list |
 *
 * Nothing is kept for all processes together but who has what: what a dead one listed is not read any more.
 */
const SHARED = `
local function key(name) return '{rooms}:' .. name end
local function of(process) return key('of:' .. process) end
local function counts(process) return key('counts:' .. process) end
local function listOf(process, list) return key('list:' .. process .. ':' .. list) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function aliveUntil(process)
  local till = tonumber(redis.call('ZSCORE', key('leases'), process) or 0)
  return till > now and till or nil
end
local function nameOf(process) return string.match(process, '^[^@]*') end
local function living() return redis.call('ZRANGEBYSCORE', key('leases'), '(' .. now, '+inf') end
local function sinceOf(process) return tonumber(redis.call('HGET', key('since'), process) or now) end

local function count(process, name, by)
  if by ~= 0 and redis.call('HINCRBY', counts(process), name, by) == 0 then
    redis.call('HDEL', counts(process), name)
  end
end
local function counted(name)
  local sum = 0
  for _, process in ipairs(living()) do sum = sum + (redis.call('HGET', counts(process), name) or 0) end
  return sum
end

-- Adds (by = 1) or takes away (by = -1) what a room adds to lists.
local function rank(process, room, said, by)
  for list, height in pairs(said.ranks) do
    if by > 0 then redis.call('ZADD', listOf(process, list), -height, room)
    else redis.call('ZREM', listOf(process, list), room) end
    count(process, 'rooms:' .. list, by)
    count(process, 'people:' .. list, by * said.people)
  end
end
local function saidOf(process, room)
  local json = redis.call('HGET', of(process), room)
  return json and cjson.decode(json)
end
local function remove(process, room)
  local said = saidOf(process, room)
  if not said then return end
  redis.call('HDEL', of(process), room)
  for _, quota in ipairs(said.quotas) do count(process, 'quota:' .. quota, -1) end
  rank(process, room, said, -1)
end
local function put(process, room, json)
  remove(process, room)
  local said = cjson.decode(json)
  redis.call('HSET', of(process), room, json)
  for _, quota in ipairs(said.quotas) do count(process, 'quota:' .. quota, 1) end
  rank(process, room, said, 1)
end

local me = ARGV[1]
`;

/**
 * The process, the length of its lease, its address or '', what it can read or '' when it takes no rooms, some of its rooms
 * → whether it was without a gap, and how many of these rooms it does not have.
 */
const RENEW = `
local was = aliveUntil(me)
if not was then
  redis.call('HSET', key('since'), me, now)
  if ARGV[3] ~= '' then redis.call('HSET', key('addresses'), me, ARGV[3]) end
end
redis.call('ZADD', key('leases'), now + ARGV[2], me)
if ARGV[4] == '' then redis.call('HDEL', key('takers'), me)
else redis.call('HSET', key('takers'), me, ARGV[4]) end
local missing = 0
for i = 5, #ARGV do
  if redis.call('HGET', key('own'), ARGV[i]) ~= me then missing = missing + 1 end
end
return { was and 1 or 0, missing }
`;

/** As RENEW, unless a living one has the same name → that one, or ''. */
const JOIN = `
for _, other in ipairs(living()) do
  if other ~= me and nameOf(other) == nameOf(me) then return other end
end
local function renew() ${RENEW} end
renew()
return ''
`;

/** The process, a name → where the living process of that name is reached, or ''. */
const ADDRESS = `
for _, process in ipairs(living()) do
  if nameOf(process) == ARGV[2] then return redis.call('HGET', key('addresses'), process) or '' end
end
return ''
`;

/** The process, how long to settle, the room, its quotas as JSON → 'mine', 'theirs', 'full', 'wait' or 'lapsed', and more. */
const CLAIM = `
if not aliveUntil(me) then return { 'lapsed' } end
local settle, room, quotas = ARGV[2], ARGV[3], cjson.decode(ARGV[4])
local owner = redis.call('HGET', key('own'), room)
if owner == me then return { 'mine', tostring(saidOf(me, room) and saidOf(me, room).since or now) } end
local till = owner and aliveUntil(owner)
if till then
  local said = saidOf(owner, room)
  return { 'theirs', owner, tostring(said and said.since or 0), tostring(till) }
end
local wait = sinceOf(me) + settle - now
if wait > 0 then return { 'wait', tostring(wait) } end
local names = {}
for i, quota in ipairs(quotas) do
  if quota.most and counted('quota:' .. quota.name) >= quota.most then return { 'full', quota.name } end
  names[i] = quota.name
end
if owner then remove(owner, room) end
redis.call('HSET', key('own'), room, me)
put(me, room, cjson.encode({ since = now, people = 0, about = {}, ranks = {}, quotas = names }))
return { 'claimed', tostring(now) }
`;

/**
 * The process, how, rooms and what is said of each, in turns → those that somebody else has, and how many nobody has.
 * These become its own when it claims; it does that before all else once it knows that what it said was forgotten.
 */
const SAY = `
local lost, unclaimed = {}, 0
for i = 3, #ARGV, 2 do
  local room, owner = ARGV[i], redis.call('HGET', key('own'), ARGV[i])
  if not owner and ARGV[2] == 'claim' then
    redis.call('HSET', key('own'), room, me)
    owner = me
  end
  if owner == me then put(me, room, ARGV[i + 1])
  elseif owner then lost[#lost + 1] = room
  else unclaimed = unclaimed + 1 end
end
return { lost, unclaimed }
`;

/** The process, a room. */
const RELEASE = `
if redis.call('HGET', key('own'), ARGV[2]) ~= me then return 0 end
redis.call('HDEL', key('own'), ARGV[2])
remove(me, ARGV[2])
return 1
`;

/** The process, rooms → owner, until when, and what is said, for each; empty where nobody alive has it. */
const FIND = `
local found = {}
for i = 2, #ARGV do
  local owner = redis.call('HGET', key('own'), ARGV[i])
  local till = owner and aliveUntil(owner)
  local json = till and redis.call('HGET', of(owner), ARGV[i])
  found[i - 1] = json and { owner, tostring(till), json } or {}
end
return found
`;

/** The process, a list, how many → room, owner, until when, and what is said, for each. */
const TOP = `
local limit, all = tonumber(ARGV[3]), {}
for _, process in ipairs(living()) do
  local rooms = redis.call('ZRANGE', listOf(process, ARGV[2]), 0, limit - 1, 'WITHSCORES')
  for i = 1, #rooms, 2 do all[#all + 1] = { rooms[i], process, tonumber(rooms[i + 1]) } end
end
table.sort(all, function(a, b) return a[3] < b[3] end)
local top = {}
for i = 1, math.min(limit, #all) do
  local room, process = all[i][1], all[i][2]
  top[i] = { room, process, tostring(aliveUntil(process)), redis.call('HGET', of(process), room) }
end
return top
`;

/** The process, names of counts → each. */
const COUNT = `
local sums = {}
for i = 2, #ARGV do sums[i - 1] = counted(ARGV[i]) end
return sums
`;

/** The process, how long to settle, how many → rooms of dead processes. */
const ORPHANS = `
local orphans, limit = {}, tonumber(ARGV[3])
if not aliveUntil(me) or sinceOf(me) + ARGV[2] > now then return orphans end
for _, dead in ipairs(redis.call('ZRANGEBYSCORE', key('leases'), '-inf', now)) do
  local cursor = '0'
  repeat
    local page = redis.call('HSCAN', of(dead), cursor, 'COUNT', 100)
    cursor = page[1]
    for i = 1, #page[2], 2 do
      local room = page[2][i]
      if #orphans < limit then
        remove(dead, room)
        if redis.call('HGET', key('own'), room) == dead then
          redis.call('HDEL', key('own'), room)
          orphans[#orphans + 1] = room
        end
      end
    end
  until cursor == '0' or #orphans >= limit
  if redis.call('EXISTS', of(dead)) == 0 then
    redis.call('ZREM', key('leases'), dead)
    redis.call('HDEL', key('since'), dead)
    redis.call('HDEL', key('addresses'), dead)
    redis.call('HDEL', key('takers'), dead)
    redis.call('DEL', counts(dead))
  end
end
return orphans
`;

/** The process, another one, the channel that it listens to while it is connected: gone when nobody listens. */
const SUSPECT = `
if redis.call('PUBSUB', 'NUMSUB', ARGV[3])[2] == 0 then redis.call('ZADD', key('leases'), 'XX', 0, ARGV[2]) end
return 1
`;

/** The process, how long ago a lease may have ended → each other one that takes rooms, and what it can read. */
const TAKERS = `
local takers = {}
for _, process in ipairs(redis.call('ZRANGEBYSCORE', key('leases'), '(' .. now - ARGV[2], '+inf')) do
  local versions = process ~= me and redis.call('HGET', key('takers'), process)
  if versions then takers[#takers + 1] = { process, versions } end
end
return takers
`;

/** The process: from now on it is not alive. */
const LEAVE = `
redis.call('ZADD', key('leases'), 0, me)
return 1
`;

const script = (body: string) => ({ lua: SHARED + body, numberOfKeys: 0 });

/** Scripts by the name of the command that runs them. */
export const SCRIPTS = {
  roomsJoin: script(JOIN),
  roomsRenew: script(RENEW),
  roomsAddress: script(ADDRESS),
  roomsClaim: script(CLAIM),
  roomsSay: script(SAY),
  roomsRelease: script(RELEASE),
  roomsFind: script(FIND),
  roomsTop: script(TOP),
  roomsCount: script(COUNT),
  roomsSuspect: script(SUSPECT),
  roomsOrphans: script(ORPHANS),
  roomsTakers: script(TAKERS),
  roomsLeave: script(LEAVE),
} as const;
