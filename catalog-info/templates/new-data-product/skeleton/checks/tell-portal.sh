#!/bin/sh
# Tells the portal whether the quality tests passed and the promises were kept,
# so that the data product is trusted for what it does.
#
# checks/quality and checks/promises are programs of yours, in any language.
# They end with 0 when all is well, and with anything else when it is not. What
# there is no program for is not told.
#
# DATA_MESH_URL     such as https://portal.example/api/data-mesh
# DATA_MESH_TOKEN   a token that may write evidence
# RUN_URL           where this run can be seen; may be left out
set -eu

product='${{ values.product.entityRef }}'
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
RUN_URL=${RUN_URL:-}
items=''

tell() {
  key=$1
  program=$2
  if [ ! -e "$program" ]; then
    echo "$key: there is no $program, so nothing is told"
    return 0
  fi
  if [ ! -x "$program" ]; then
    echo "$key: $program cannot be run; make it executable" >&2
    exit 1
  fi
  if "$program"; then value=true; else value=false; fi
  echo "$key: $value"
  item="{\"entityRef\":\"$product\",\"key\":\"$key\",\"value\":$value"
  item="$item,\"observedAt\":\"$now\",\"source\":\"ci\"${RUN_URL:+,\"link\":\"$RUN_URL\"}}"
  items="$items${items:+,}$item"
}

tell quality.passed checks/quality
tell promises.kept checks/promises

if [ -n "$items" ]; then
  answer=$(
    curl --silent --show-error --fail-with-body \
      --request PUT "$DATA_MESH_URL/evidence" \
      --header "Authorization: Bearer $DATA_MESH_TOKEN" \
      --header 'Content-Type: application/json' \
      --data "{\"items\":[$items]}"
  ) || {
    echo "$answer" >&2
    exit 1
  }
  echo "$answer"
  case $answer in *'"refused"'*) exit 1 ;; esac
fi
