#!/usr/bin/env bash
# Kills processes at random moments and checks for lost data; called as ./mingzhang torture.
#   ./mingzhang torture [ROUNDS]          kill -9 while indexing, merging, backing up, restoring, rebuilding, then kill -9
#                                         and SIGTERM while files are sent and a folder is watched: 500 rounds of each
#                                         unless told, one data folder from the first round to the last
#   ./mingzhang torture uploads [ROUNDS]  the same over HTTP, with the program as it is started: 50 rounds unless told
#   ./mingzhang torture collect [ROUNDS]  the same while columns of a site are collected: 150 rounds unless told; then
#                                         a column of 10,000 pages and one of 100,000 links
#   ./mingzhang torture work [ROUNDS]     kill -9 of processes that read from one queue in PostgreSQL: 500 rounds over 5,000 files
#                                         unless told
#   ./mingzhang torture cluster           searches and changes a cluster of three nodes, kills a node, and compares with a local index
#   ./mingzhang torture random [ROUNDS]   randomized tests with new seeds (builds use fixed seeds): 20 rounds unless told
#   ./mingzhang torture disk              a disk that is full at any write; needs permission to mount a file system
#   ./mingzhang torture damage [ROUNDS]   damaged bytes anywhere in a data folder: 1,000 rounds unless told
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ "${1:-}" = damage ]; then
  exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=DamageIT -Dmingzhang.damage.rounds="${2:-1000}" verify
fi
if [ "${1:-}" = collect ]; then
  exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=CollectIT,LargeColumnIT -Dmingzhang.collect.rounds="${2:-150}" -Dmingzhang.collect.pages=10000 verify
fi
if [ "${1:-}" = work ]; then
  rounds=${2:-500}
  exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=WorkKillIT -Dmingzhang.work.rounds="$rounds" -Dmingzhang.work.files="$((rounds * 10))" verify
fi
if [ "${1:-}" = cluster ]; then
  home=$PWD
  say() { printf '%s\n' "$*" >&2; }
  need_maven() { :; }
  . scripts/cluster-software.sh
  cluster_software
  exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ClusterIT verify
fi
if [ "${1:-}" = random ]; then
  classes=$(cd src/test/java && grep -rl 'Seed\.next()' . | sed 's|^\./||; s|\.java$||' | paste -sd,)
  for round in $(seq "${2:-20}"); do
    echo "round $round"
    mvn -B -q -Dspotless.check.skip=true -Dtest="$classes" -Dsurefire.failIfNoSpecifiedTests=false \
      -Dmingzhang.seed=random test
  done
  exit
fi
trials=KillIT,QueueKillIT
if [ "${1:-}" = disk ]; then
  trials=DiskSpaceIT,DiskFullIT
  set --
fi
rounds=${1:-500}
if [ "${1:-}" = uploads ]; then
  trials=UploadKillIT
  rounds=${2:-50}
fi
exec mvn -B -q -Dspotless.check.skip=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test="$trials" -Dmingzhang.kill.rounds="$rounds" -Dmingzhang.upload.rounds="$rounds" verify
