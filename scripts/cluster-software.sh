# Provides the software of cluster nodes in target/opensearch: OpenSearch's libraries and the plugin. Sourced by ./mingzhang.

# Downloads and builds what is missing or outdated; prints a message and fails if that is not possible.
cluster_software() {
  need_maven
  local folder=$home/target/opensearch log=$home/target/opensearch.log
  mkdir -p "$folder"
  if [ ! -f "$folder/lib/.whole" ] || [ "$home/src/opensearch/maven/node.xml" -nt "$folder/lib/.whole" ]; then
    say "mingzhang: fetching the libraries of OpenSearch nodes (about 70 MB, once)…"
    rm -rf "$folder/lib"
    (cd "$home" && mvn -B -q -f src/opensearch/maven/node.xml package) >"$log" 2>&1 || { cluster_failed "$log"; return 1; }
    touch "$folder/lib/.whole"
  fi
  local zip=$folder/mingzhang-opensearch.zip
  if [ ! -f "$zip" ] || [ -n "$(find "$home/pom.xml" "$home/src/main" "$home/src/opensearch" -newer "$zip" -print -quit)" ]; then
    say "mingzhang: building the plugin for OpenSearch…"
    rm -rf "$folder/classes" "$folder/plugin" "$folder/node"
    (cd "$home" && mvn -B -q -Dquick -Dmaven.test.skip=false -DskipTests -Popensearch process-test-classes) >"$log" 2>&1 || { cluster_failed "$log"; return 1; }
    touch "$zip"
  fi
}

cluster_failed() {
  tail -n 20 "$1" >&2
  say "mingzhang: nodes of OpenSearch cannot be had; the whole log is target/opensearch.log"
}
