# shellcheck shell=bash
# A ready-made cache of loaded classes (JEP 514) takes about half off the time Java needs to start. It is made once for each
# build and JDK, in the background with the lowest priority; until it is there, and where it does not fit, Java starts without.
# Who makes it holds a lock and works in a folder of its own; when it is killed, the next start begins anew.
# Sourced by ./pathlight after build.sh. PATHLIGHT_CACHE=no does without.
# shellcheck disable=SC2154 # "APP" and "JDK" are set by build.sh and needs.sh

use_class_cache() { # terminal | window: sets CACHE, Java's options
  local folder
  folder=$APP/cache-$(cksum <"$JDK/release" | cut -d ' ' -f 1)
  CACHE=()
  [ "${PATHLIGHT_CACHE:-}" != no ] || return 0
  if [ -f "$folder/$1" ]; then
    CACHE=("-XX:AOTCache=$folder/$1" -Xlog:disable) # a cache that does not fit is no news for the user
  elif [ "${CI:-}" != true ] && [ ! -e "$folder/impossible" ] && mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then
    { exec 8>"$folder/lock"; } 2>/dev/null || return 0
    if flock -n 8; then # the job holds it until it ends, however it ends
      say "(Later starts will be faster: in $PAUSE s a background job makes a class cache; PATHLIGHT_CACHE=no prevents it.)"
      (make_class_caches "$folder" </dev/null >/dev/null 2>&1 &)
    fi
    exec 8>&-
  fi
}

readonly PAUSE=20 # seconds; the first start has the machine to itself

make_class_caches() { # FOLDER
  local folder=$1 making=$1/making
  trap 'rm -rf "$making"' EXIT
  trap 'exit 1' HUP INT TERM
  cd "$here" || return
  renice -n 19 -p "$BASHPID"
  rm -rf "$making"
  mkdir "$making"
  sleep "$PAUSE"
  make_class_cache terminal demo
  DISPLAY=:0 make_class_cache window topologies/bridge.json
}

make_class_cache() { # NAME ARGUMENT...: of what Java loads with these arguments, until it ends or is ended
  local name=$1 status=0
  [ ! -f "$folder/$name" ] || return 0
  shift
  timeout --foreground 20 "$JDK/bin/java" -XX:AOTMode=record "-XX:AOTConfiguration=$making/$name.seen" \
    -Dglass.platform=Headless -Dprism.order=sw "@$APP/java.args" dev.pathlight.Main "$@" || true
  "$JDK/bin/java" -XX:AOTMode=create "-XX:AOTConfiguration=$making/$name.seen" "-XX:AOTCache=$making/$name" \
    "@$APP/java.args" || status=$?
  if [ $status = 0 ]; then
    mv "$making/$name" "$folder/$name"
  elif [ $status -lt 128 ]; then # nobody killed it
    : >"$folder/impossible"      # not tried again with this build and this JDK
  fi
}
