-- GET /members?mobile= of random members.
--   wrk -s lookup.lua URL -- API-KEY MEMBERS
local headers, members

function init(args)
  headers = { ["Authorization"] = "Bearer " .. args[1] }
  members = tonumber(args[2])
  local urandom = io.open("/dev/urandom", "rb")
  math.randomseed(urandom:read(1):byte() * 256 + urandom:read(1):byte())
  urandom:close()
end

function request()
  return wrk.format("GET", string.format("/api/v1/members?mobile=0912%07d", math.random(members)), headers)
end

-- One line: look-ups a second, p50 and p99 in milliseconds.
function done(summary, latency)
  local wrong = summary.errors.status > 0 and " with refusals!" or ""
  io.write(string.format("figures %.1f %.2f %.2f%s\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
