#!/usr/bin/env bash
# Kills processes at random moments and looks for what was lost; called as ./mingzhang torture.
#   ./mingzhang torture [ROUNDS]    kill -9 while indexing, merging, backing up, restoring, rebuilding: 500 rounds
#                                   unless told, one data folder from the first round to the last
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=KillIT -Dmingzhang.kill.rounds="${1:-500}" verify
