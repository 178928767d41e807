# shellcheck shell=bash
# Builds Pathlight when its sources changed, by content: it needs no version control and no clock.
# Sourced by ./pathlight after needs.sh. APP is the folder with pathlight.jar and java.args, below APPS.
# shellcheck disable=SC2154 # "here" is set by who sources this, JDK by require

find_app() { # sets APPS and APP
  APPS=$here/target/app
  local stamp
  stamp=$(stamp_of_sources)
  APP=$APPS/$stamp
  if ! is_built && ! can_write "$APPS"; then
    APPS=${XDG_CACHE_HOME:-$HOME/.cache}/pathlight/app
    APP=$APPS/$stamp
  fi
}

# Topologies are left out: a drawing that is edited needs no new build. The program keeps those it was built with.
stamp_of_sources() (
  cd "$here"
  sources=(pom.xml scripts/build.sh src/main)
  closed=$(find "${sources[@]}" ! -readable -print -quit 2>/dev/null) || true
  [ -z "$closed" ] || refuse "$here/$closed is a part of Pathlight and cannot be read." \
    "Run: chmod -R a+rX '$here', as root if it is not yours."
  find "${sources[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
)

can_write() { # FOLDER: whether it can be made and written to
  local folder=$1
  until [ -e "$folder" ]; do folder=$(dirname -- "$folder"); done
  [ -d "$folder" ] && [ -w "$folder" ]
}

build_once() {
  mkdir -p "$APPS"
  exec 9>"$APPS/lock"
  flock 9 # another start may be building the same
  is_built || build || refuse "The build failed: $(last_error)" "All its words are in $LOG."
  exec 9>&-
}

last_error() { # why Maven failed, in its own words
  local why
  why=$(grep -o 'Could not transfer .*' "$LOG" | tail -n 1) || why=$(grep -m 1 '\[ERROR\] ' "$LOG") || why=$(tail -n 1 "$LOG")
  why=${why#*\[ERROR\] }
  echo "${why%% -> \[Help*}"
}

is_built() { # built, not moved since, and every library it was built with is still there
  local jar
  [ -f "$APP/java.args" ] || return 1
  [[ $(<"$APP/java.args") == *"-cp \"$APP/pathlight.jar"* ]] || return 1
  while read -r jar; do
    [ -f "$jar" ] || return 1
  done <"$APP/libraries"
}

build() {
  local made=$APPS/build
  rm -rf "$made/classes"
  progress "Building Pathlight (the first time, its libraries are fetched)" maven -q \
    -f "$here/pom.xml" -Dpathlight.target="$made" -Dmaven.test.skip=true \
    package dependency:build-classpath -Dmdep.outputFile="$made/classpath" -Dmdep.includeScope=runtime || return 1
  rm -rf "$APP.new"
  mkdir -p "$APP.new"
  cp "$made"/pathlight-*.jar "$APP.new/pathlight.jar"
  tr ':' '\n' <"$made/classpath" >"$APP.new/libraries"
  write_arguments "$APP.new"
  rm -rf "$APP"
  mv "$APP.new" "$APP"
  rm -f "$LOG"
  forget_older
}

maven() { # Maven itself runs on the JDK we found, so that toolchain selection sees it wherever it is
  JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn -B -ntp "$@"
}

write_arguments() { # FOLDER: JavaFX on the module path, everything else on the class path
  local jar modules='' path=$APP/pathlight.jar
  while read -r jar; do
    case $jar in
      */org/openjfx/*-linux*.jar) modules+=${modules:+:}$jar ;;
      */org/openjfx/*) ;; # empty: only names the one for this system
      *) path+=:$jar ;;
    esac
  done <"$1/libraries"
  cat >"$1/java.args" <<END
--module-path "$modules"
--add-modules javafx.controls,javafx.swing
--enable-native-access=javafx.graphics,ALL-UNNAMED
-cp "$path"
END
}

forget_older() { # keeps the newest three builds: one may still be running
  local old
  find "$APPS" -mindepth 1 -maxdepth 1 -type d ! -name build -printf '%T@ %p\n' | sort -rn | tail -n +4 \
    | while read -r _ old; do rm -rf "$old"; done
}

find_app
