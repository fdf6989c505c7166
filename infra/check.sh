#!/usr/bin/env bash
# Checks a deployment from outside: pages, storage, the guard of the function addresses, and a list that travels through a queue.
#
#   infra/check.sh https://uitnodiging.example.nl          without a key: what anybody can see
#   OUTREACH_API_KEY=… infra/check.sh https://…            and a round trip: a meeting, a list of two made-up people, their erasure
#
# Nothing is sent to anybody. Prints a line for each check; exits with 1 if one failed. Needs curl and jq.
set -uo pipefail

if [[ $# -ne 1 || $1 != http*://* ]]; then
  sed -n '2,7p' "$0" | sed 's/^# \{0,1\}//' >&2
  exit 2
fi

url=${1%/}
key=${OUTREACH_API_KEY:-}
failed=0
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

pass() { printf 'ok      %s\n' "$1"; }

fail() {
  printf 'FAILED  %s\n' "$1"
  failed=1
}

# call METHOD PATH [curl option…]: puts the body in $answer and prints the status, 000 when nobody answers.
call() {
  local method=$1 path=$2
  shift 2
  curl --silent --max-time 60 --output "$answer" --write-out '%{http_code}' --request "$method" "$@" "$url$path" || true
}

# expect WHAT STATUS METHOD PATH [curl option…]
expect() {
  local what=$1 wanted=$2 status
  shift 2
  status=$(call "$@")
  if [[ $status == "$wanted" ]]; then
    pass "$what"
  else
    fail "$what: $1 $2 gave $status, not $wanted"
    return 1
  fi
}

api() {
  local what=$1 wanted=$2 method=$3 path=$4
  shift 4
  expect "$what" "$wanted" "$method" "$path" --header @<(printf 'Authorization: Bearer %s\n' "$key") "$@"
}

pages() {
  # A site that slept needs some seconds for its first answer.
  call GET /healthz > /dev/null
  if ! expect 'the program answers' 200 GET /healthz; then
    echo 'Nothing more can be checked.'
    exit 1
  fi
  expect 'it reaches its storage' 200 GET /readyz
  expect 'the start page answers' 200 GET / --location
  expect 'the API asks for a key' 401 GET /api/meetings
}

# Queue and timer functions have an address on the program, which the Functions host calls. The catch-all route passes the same address on from
# outside, so the program must refuse it there.
guard() {
  local function
  for function in ImportList SendInvitations SendMessage HandleInbound PlanReminders PlanWelcome PollInbound Sweep Retain; do
    expect "nobody outside can call $function" 404 POST "/$function" --header 'Content-Type: application/json' --data '{"Data":{},"Metadata":{}}'
  done
  expect 'nobody can call the development clock' 404 POST /api/dev/clock --header 'Content-Type: application/json' --data '{"advance":"PT1H"}'
}

# These addresses belong to the Functions host: it asks for its own key, or the program knows no such page.
administration() {
  local path status
  for path in /admin /admin/ /admin/host/status /admin/functions /runtime/webhooks; do
    status=$(call GET "$path")
    if [[ $status =~ ^(401|403|404)$ ]]; then
      pass "no page at $path"
    else
      fail "$path gave $status, not 401, 403 or 404"
    fi
  done
}

webhooks() {
  local path status
  for path in /hooks/twilio/sms /hooks/twilio/status /hooks/sendgrid/events; do
    status=$(call POST "$path" --data 'From=%2B31600000000')
    # 404: this provider is not set up.
    if [[ $status =~ ^(403|404)$ ]]; then
      pass "$path refuses a call without a signature ($status)"
    else
      fail "$path gave $status to a call without a signature, not 403"
    fi
  done
}

round_trip() {
  local meeting list state='' mark day person try
  mark=$RANDOM$RANDOM$RANDOM
  day=$(( $(date +%s) + 30 * 24 * 3600 ))

  api 'a meeting can be made' 201 POST /api/meetings --json "$(jq --null-input --argjson day "$day" '{
    title: "Check of the installation", audience: "residents", place: "Nowhere",
    startsAt: ($day | todate), endsAt: ($day + 3600 | todate), contactName: "Check", contactPhone: "+31201234567" }')" || return
  meeting=$(jq --raw-output .id "$answer")

  # basis=none: for letters and doors only, so that nothing can leave by mistake.
  api 'a list can be uploaded' 202 POST "/api/meetings/$meeting/lists?filename=check.csv&basis=none" --header 'Content-Type: text/csv' \
    --data-binary $'naam;e-mail\nCheck Een;check-1-'"$mark"$'@example.org\nCheck Twee;check-2-'"$mark"$'@example.org\n' || return
  list=$(jq --raw-output .id "$answer")

  for try in {1..60}; do
    call GET "/api/lists/$list" --header @<(printf 'Authorization: Bearer %s\n' "$key") > /dev/null
    state=$(jq --raw-output '.state // empty' "$answer" 2> /dev/null)
    [[ $state == ready || $state == failed ]] && break
    sleep 2
  done
  if [[ $state == ready && $(jq .accepted "$answer") == 2 ]]; then
    pass "the queue brought the list to ImportList (try $try)"
  else
    fail "the list is '$state' after $(( try * 2 )) seconds: $(head -c 300 "$answer")"
  fi

  api 'the invitations can be read' 200 GET "/api/meetings/$meeting/invitations" || return
  for person in $(jq --raw-output '.items[].person' "$answer"); do
    api 'a made-up person is erased' 204 DELETE "/api/people/$person"
  done
  api 'the meeting is cancelled' 200 PATCH "/api/meetings/$meeting" --json '{"cancelled": true}'
}

pages
guard
administration
webhooks
if [[ -n $key ]]; then
  round_trip
else
  echo 'skipped the round trip: OUTREACH_API_KEY is not set'
fi

if [[ $failed -ne 0 ]]; then
  echo 'Something failed. docs/operating.md, "When something is wrong", says where to look.'
  exit 1
fi
