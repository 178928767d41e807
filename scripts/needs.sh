# shellcheck shell=bash
# What Pathlight needs from this machine: finds it, says what is missing and why, and installs it through apt.
# Sourced by ./pathlight and ./check. A need is a line of four fields: name | probe | apt packages, best first | why.

readonly REFUSED=3 # exit code: this machine lacks something

export PATH=$PATH:/usr/sbin:/sbin # not on an ordinary user's path on Debian: bridge, nft, ldconfig
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX) export LC_ALL=C.UTF-8 ;; # otherwise Java cannot say a file's name, or a word to a program, outside ASCII
esac

needs_of() { # KIND...: the lines for what is about to be done
  local kind
  for kind in "$@"; do
    case $kind in
      java) echo 'JDK 25|jdk|openjdk-25-jdk-headless openjdk-25-jdk|Pathlight runs on it' ;;
      build) echo 'Maven|program mvn|maven|builds Pathlight from its sources' ;;
      sandbox)
        echo 'libpcap|library libpcap.so.0.8|libpcap0.8t64 libpcap0.8|captures packets'
        echo 'unshare|program unshare|util-linux|makes the sandbox'
        echo 'ip|program ip|iproute2|shows namespaces in a terminal' ;;
      picture)
        echo 'FreeType|library libfreetype.so.6|libfreetype6|draws letters'
        echo 'Pango|library libpangoft2-1.0.so.0|libpangoft2-1.0-0|finds fonts'
        echo 'DejaVu|font DejaVuSans.ttf|fonts-dejavu-core|letters'
        echo 'Chinese font|chinese_font|fonts-wqy-microhei fonts-noto-cjk|titles and notes in Chinese' ;;
      window)
        needs_of picture
        echo 'GTK 3|library libgtk-3.so.0|libgtk-3-0t64 libgtk-3-0|opens the window'
        echo 'XTest|library libXtst.so.6|libxtst6|opens the window'
        echo 'OpenGL|library libGL.so.1|libgl1|draws with the graphics card' ;;
      check)
        echo 'Xvfb|program Xvfb|xvfb|a screen for the window tests'
        echo 'tcpdump|program tcpdump|tcpdump|an independent witness of packets'
        echo 'brctl|program brctl|bridge-utils|an independent reader of MAC tables'
        echo 'route, arp|program route|net-tools|an independent reader of routes and neighbours'
        echo 'ethtool|program ethtool|ethtool|an independent reader of the ends of cables'
        echo 'ping|program ping|iputils-ping|an independent sender of packets'
        echo 'nft|program nft|nftables|shows that firewall rules are left alone'
        echo 'conntrack|program conntrack|conntrack|an independent reader of connections'
        echo 'protocols|file /etc/protocols|netbase|the names that nft gives to protocols'
        echo 'dot|program dot|graphviz|an independent reader of exported graphs'
        echo 'shellcheck|program shellcheck|shellcheck|reads the scripts' ;;
    esac
  done
}

# Probes.
program() { command -v "$1" >/dev/null; }
file() { [ -e "$1" ]; }
library() { [[ $(ldconfig -p 2>/dev/null) == *"$1 "* ]]; }
font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts -iname "$1" -print -quit 2>/dev/null)" ]; }
chinese_font() { font '*cjk*' || font 'wqy*' || font '*han*sans*' || font 'DroidSansFallback*'; }
jdk() { JDK=$(find_jdk); }

find_jdk() { # prints the home of a JDK 25, reading its "release" file
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* ~/.sdkman/candidates/java/* ~/.jdks/* "$(home_on_path)"; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$home/release" 2>/dev/null; then
      echo "$home"
      return 0
    fi
  done
  return 1
}

home_on_path() {
  local java
  java=$(type -P javac) && java=$(readlink -f "$java") && echo "${java%/bin/javac}"
}

require() { # KIND...: returns when all is there; otherwise installs, or exits saying what to do
  local line name probe packages why missing=() unknown=()
  while IFS='|' read -r name probe packages why; do
    $probe || missing+=("$name|$probe|$packages|$why")
  done < <(needs_of "$@" | awk '!seen[$0]++')
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Pathlight needs what this machine does not have yet:"
  for line in "${missing[@]}"; do
    IFS='|' read -r name probe packages why <<<"$line"
    say "$(printf '  %-13s %s' "$name" "$why")"
  done
  command -v apt-get >/dev/null || refuse "There is no apt here to install it with." \
    "Install these with this system's own tools (their Debian names: $(names_of "${missing[@]}")), then try again."
  agreed || refuse "Nothing was installed." "Run: sudo apt-get install $(names_of "${missing[@]}")"
  may_install || refuse "Installing needs root, and sudo did not let us." \
    "Run as root: apt-get install $(names_of "${missing[@]}")"

  install_packages "${missing[@]}"
  for line in "${missing[@]}"; do
    IFS='|' read -r name probe packages why <<<"$line"
    $probe || unknown+=("$name")
  done
  [ ${#unknown[@]} -eq 0 ] || refuse "Still missing after installing: ${unknown[*]}." "See $LOG."
}

may_install() { # asks for the password, where there is somebody to ask, before anything runs in the background
  if [ "$(id -u)" = 0 ]; then
    return 0
  fi
  command -v sudo >/dev/null || return 1
  if [ -t 0 ]; then sudo -v; else sudo -n true 2>/dev/null; fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

agreed() {
  if [ "${YES:-}" = true ] || [ "${CI:-}" = true ] || [ ! -t 0 ]; then
    return 0
  fi
  local answer
  read -r -p "Install it with apt now? [Y/n] " answer
  [[ $answer =~ ^([Yy].*)?$ ]]
}

install_packages() { # NEED-LINE...
  local packages
  if ! packages=$(chosen_packages "$@"); then
    progress "Reading the list of packages" as_root apt-get update || true
    packages=$(chosen_packages "$@") || no_package "$packages"
  fi
  # shellcheck disable=SC2086 # a list of names
  progress "Installing ${packages//$'\n'/ }" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages \
    || refuse "apt could not install them." "Its words are in $LOG; the last of them: $(tail -n 1 "$LOG")"
}

chosen_packages() { # NEED-LINE...: one package for each; fails naming what apt does not have
  local line name probe packages why package
  for line in "$@"; do
    IFS='|' read -r name probe packages why <<<"$line"
    for package in $packages; do
      if [[ $(LC_ALL=C apt-cache policy "$package") == *"Candidate: "[!\(]* ]]; then
        echo "$package"
        continue 2
      fi
    done
    echo "$name"
    return 1
  done
}

no_package() { # names chosen so far, the last of them not to be had
  local name=${1##*$'\n'}
  [ "$name" = "JDK 25" ] || refuse "apt has no package for $name here." "Install it by hand, then try again."
  refuse "apt has no JDK 25 here (Debian 13 and Ubuntu 24.04 have)." \
    "Unpack any JDK 25 (Eclipse Temurin, for one) below /usr/lib/jvm, or point JAVA_HOME at it, then try again."
}

names_of() { # NEED-LINE...: the first package of each, on one line
  local line
  for line in "$@"; do
    line=${line#*|*|}
    line=${line%%|*}
    printf '%s ' "${line%% *}"
  done
}

# Words for the user, all on stderr: stdout belongs to results.
say() { printf '%s\n' "$*" >&2; }

refuse() { # WHAT REMEDY
  say "pathlight: $1"
  say "$2"
  exit $REFUSED
}

progress() { # LABEL COMMAND...: runs it quietly, with the seconds passing on a terminal; its words go to $LOG
  local label=$1 start=$SECONDS status=0 pid
  shift
  [ -n "${LOG:-}" ] || LOG=$(mktemp -t pathlight-XXXXXX.log)
  if [ ! -t 2 ]; then
    say "$label …"
    "$@" >>"$LOG" 2>&1 </dev/null
    return
  fi
  "$@" >>"$LOG" 2>&1 </dev/null &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    printf '\r\033[K%s … %d s' "$label" $((SECONDS - start)) >&2
    sleep 0.5
  done
  wait "$pid" || status=$?
  printf '\r\033[K%s: %s, %d s\n' "$label" "$([ $status = 0 ] && echo done || echo failed)" $((SECONDS - start)) >&2
  return $status
}
