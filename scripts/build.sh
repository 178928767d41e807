# shellcheck shell=bash
# Builds Pathlight below target/app when its sources changed, by content: it needs no version control and no clock.
# Sourced by ./pathlight after needs.sh. APP is the folder with pathlight.jar and java.args.
# shellcheck disable=SC2154 # "here" is set by who sources this, JDK by require

APP=$here/target/app/$(
  cd "$here"
  find pom.xml scripts/build.sh src/main topologies -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
)

build_once() {
  mkdir -p "$here/target/app"
  exec 9>"$here/target/app/lock"
  flock 9 # another start may be building the same
  is_built || build || refuse "The build failed: $(grep -m 1 '^\[ERROR\]' "$LOG" || tail -n 1 "$LOG")" "All its words are in $LOG."
  exec 9>&-
}

is_built() { # built, and every library it was built with is still there
  local jar
  [ -f "$APP/java.args" ] || return 1
  while read -r jar; do
    [ -f "$jar" ] || return 1
  done <"$APP/libraries"
}

build() {
  local made=$here/target/app/build
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
-Dpathlight.home="$here"
END
}

forget_older() { # keeps the newest three builds: one may still be running
  local old
  find "$here/target/app" -mindepth 1 -maxdepth 1 -type d ! -name build -printf '%T@ %p\n' | sort -rn | tail -n +4 \
    | while read -r _ old; do rm -rf "$old"; done
}
