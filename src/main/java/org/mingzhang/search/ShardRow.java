package org.mingzhang.search;

/**
 * A matching row of a shard.
 *
 * @param shard number of the shard
 * @param row the row
 */
record ShardRow(int shard, RankedRow row) {}
