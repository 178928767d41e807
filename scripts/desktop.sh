# shellcheck shell=bash
# Puts Pathlight into the desktop's menu, and lets it open drawings that are double-clicked: NAME.pathlight.json.
# Sourced by ./pathlight. For this user alone, below $XDG_DATA_HOME (freedesktop.org: desktop entries 1.5, shared MIME info 0.21).

readonly DESKTOP_ID=dev.pathlight.Pathlight
readonly DRAWING_TYPE=application/x-pathlight+json

desktop() { # install-desktop [--remove]
  local data=${XDG_DATA_HOME:-$HOME/.local/share}
  local entry=$data/applications/$DESKTOP_ID.desktop
  local type=$data/mime/packages/$DESKTOP_ID.xml
  local icon=$data/icons/hicolor/scalable/apps/$DESKTOP_ID.svg
  local drawing=$data/icons/hicolor/scalable/mimetypes/${DRAWING_TYPE/\//-}.svg
  case ${1:-} in
    --remove) rm -f "$entry" "$type" "$icon" "$drawing" ;;
    '')
      mkdir -p "${entry%/*}" "${type%/*}" "${icon%/*}" "${drawing%/*}"
      desktop_entry >"$entry"
      drawing_type >"$type"
      cp "$here/icons/pathlight.svg" "$icon"
      cp "$here/icons/pathlight.svg" "$drawing"
      ;;
    *)
      say 'pathlight: the command line was not understood.'
      say "install-desktop takes --remove, or nothing; not $1."
      say 'Say ./pathlight install-desktop.'
      exit 2
      ;;
  esac
  # A desktop that has neither looks for itself at its next start.
  ! command -v update-mime-database >/dev/null || update-mime-database "$data/mime"
  ! command -v update-desktop-database >/dev/null || update-desktop-database "$data/applications"
  if [ -e "$entry" ]; then
    echo "Pathlight is in the desktop's menu, and opens NAME.pathlight.json: $entry"
    echo 'Take it out again: ./pathlight install-desktop --remove'
  else
    echo "Pathlight is no longer in the desktop's menu."
  fi
}

desktop_entry() {
  # In quotes, four signs are escaped; the file's own strings want each backslash twice; % begins a field.
  local program
  program=$(sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g' <<<"$here/pathlight")
  cat <<END
[Desktop Entry]
Type=Application
Version=1.5
Name=Pathlight
GenericName=Network drawing board
GenericName[zh_CN]=网络画板
Comment=Draw a Linux network, run it for real, and watch each packet light up its path
Comment[zh_CN]=画出一个 Linux 网络，真实地运行它，看每个数据包点亮它走过的路
Exec="$program" %f
Icon=$DESKTOP_ID
Terminal=false
Categories=Education;Network;
Keywords=network;namespace;bridge;veth;container;packet;
MimeType=$DRAWING_TYPE;application/json;
END
}

drawing_type() {
  cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="$DRAWING_TYPE">
    <comment>Pathlight drawing</comment>
    <comment xml:lang="zh_CN">Pathlight 图</comment>
    <sub-class-of type="application/json"/>
    <glob pattern="*.pathlight.json" weight="60"/>
  </mime-type>
</mime-info>
END
}
