package org.mingzhang.search;

/**
 * A found row and where it is.
 *
 * @param shard place of the shard among all
 * @param row the row
 */
record ShardRow(int shard, RankedRow row) {}
