-- Sales of five lines by random members, each under a key of its own.
--   wrk -s sales.lua URL -- API-KEY MEMBERS [THINK-MILLISECONDS]
-- wrk runs one copy of this in each thread; setup gives each copy its own number.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local baskets = {}
local headers
local members, think

function init(args)
  local key = args[1]
  members, think = tonumber(args[2]), tonumber(args[3] or "0")
  local urandom = io.open("/dev/urandom", "rb")
  local seed = 0
  for _, byte in ipairs({ urandom:read(6):byte(1, 6) }) do
    seed = seed * 256 + byte
  end
  urandom:close()
  math.randomseed(seed + number)
  headers = { ["Authorization"] = "Bearer " .. key, ["Content-Type"] = "application/json" }
  for b = 1, 500 do
    local lines = {}
    for l = 1, 5 do
      local sku = math.random(2000)
      lines[l] = string.format(
        '{"sku":"p%d","quantity":%d,"unitPrice":%d}', sku, math.random(3), 20000 + sku * 7919 % 380 * 1000)
    end
    baskets[b] = '"},"branch":"main","till":"1","cashier":"sara","lines":[' .. table.concat(lines, ",") .. "]}"
  end
  if think > 0 then
    delay = function() return math.random(2 * think) end
  end
end

local function random_uuid()
  local random = math.random
  return string.format("%08x-%04x-4%03x-8%03x-%06x%06x", random(0, 0x7fffffff), random(0, 0xffff), random(0, 0xfff),
    random(0, 0xfff), random(0, 0xffffff), random(0, 0xffffff))
end

function request()
  headers["Idempotency-Key"] = random_uuid()
  local body = string.format('{"member":{"mobile":"+98912%07d', math.random(members)) .. baskets[math.random(500)]
  return wrk.format("POST", "/api/v1/purchases", headers, body)
end

-- One line: sales a second, p50 and p99 in milliseconds, answers that were no 2xx, broken connections.
function done(summary, latency)
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format(
    "figures %.1f %.2f %.2f %d %d %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.status, broken, summary.requests))
end
