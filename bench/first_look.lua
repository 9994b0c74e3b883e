-- For wrk: an address of its own for each request, so that no answer is in the program's memory.
local number = 0
request = function()
  number = number + 1
  local joint = string.find(wrk.path, "?", 1, true) and "&" or "?"
  return wrk.format("GET", wrk.path .. joint .. "look=" .. number)
end
