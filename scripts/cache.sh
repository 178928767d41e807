# shellcheck shell=bash
# A ready-made cache of loaded classes (JEP 514) takes about half off the time Java needs to start. It is made once for each
# build and JDK, in the background with the lowest priority; until it is there, and where it does not fit, Java starts without.
# Sourced by ./pathlight after build.sh. PATHLIGHT_CACHE=no does without.
# shellcheck disable=SC2154 # "APP" and "JDK" are set by build.sh and needs.sh

use_class_cache() { # terminal | window: sets CACHE, Java's options
  local folder
  folder=$APP/cache-$(cksum <"$JDK/release" | cut -d ' ' -f 1)
  CACHE=()
  [ "${PATHLIGHT_CACHE:-}" != no ] || return 0
  if [ -f "$folder/$1" ]; then
    CACHE=("-XX:AOTCache=$folder/$1" -Xlog:disable) # a cache that does not fit is no news for the user
  elif [ "${CI:-}" != true ] && mkdir "$folder" 2>/dev/null; then
    (make_class_caches "$folder" </dev/null >/dev/null 2>&1 &)
  fi
}

make_class_caches() { # FOLDER
  cd "$here" || return
  renice -n 19 -p "$BASHPID"
  sleep 20 # the first start has the machine to itself
  make_class_cache "$1/terminal" demo
  DISPLAY=:0 make_class_cache "$1/window" topologies/bridge.json
}

make_class_cache() { # FILE ARGUMENT...: of what Java loads with these arguments, until it ends or is ended
  local file=$1
  shift
  timeout 20 "$JDK/bin/java" -XX:AOTMode=record "-XX:AOTConfiguration=$file.seen" \
    -Dglass.platform=Headless -Dprism.order=sw "@$APP/java.args" dev.pathlight.Main "$@" || true
  "$JDK/bin/java" -XX:AOTMode=create "-XX:AOTConfiguration=$file.seen" "-XX:AOTCache=$file.new" "@$APP/java.args" \
    && mv "$file.new" "$file"
  rm -f "$file.seen"
}
