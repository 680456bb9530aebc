package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;

/**
 * The best agencies of several shards, each with its best rows. An agency's documents are in any
 * shards, so that a shard's best agencies are only candidates: the rows of each are asked of all
 * shards. What none of the shards named cannot be better than the last that one of them named, and
 * where that leaves the page unsure, more are asked for.
 */
final class AgencyGroups {
  private static final int GROWTH = 4;

  private final MergedIndex index;
  private final ShardSearch search;

  AgencyGroups(MergedIndex index, ShardSearch search) {
    this.index = index;
    this.search = search;
  }

  /** The page, from the first answers of all shards. */
  MergedRows page(List<ShardAnswer> first) throws IOException {
    List<ShardAnswer> answers = first;
    int asked = search.size();
    while (true) {
      List<List<ShardRow>> sure = sure(rows(answers), bound(answers, asked));
      if (sure.size() > search.size() || bound(answers, asked) == null) {
        return MergedRows.of(sure, search.size());
      }
      asked = Math.multiplyExact(asked, GROWTH);
      answers = index.ask(search.uncounted(asked));
    }
  }

  /** All groups that were named, behind the cursor and before the bound, in order. */
  private List<List<ShardRow>> sure(List<ShardRow> named, @Nullable RankedRow bound)
      throws IOException {
    Set<String> agencies = new LinkedHashSet<>();
    for (ShardRow row : named) {
      int number = Math.toIntExact(row.row().group());
      agencies.add(
          number == 0
              ? SearchRequest.NOT_STATED
              : index.dictionary(Dimension.AGENCY).value(number));
    }
    Cursor after = search.after();
    List<ShardRow> all = rows(index.ask(search.ofAgencies(List.copyOf(agencies))));
    return MergedRows.groups(all).stream()
        .filter(group -> after == null || after.before(group.getFirst().row()))
        .filter(
            group ->
                bound == null || RankedRow.BEST_FIRST.compare(group.getFirst().row(), bound) <= 0)
        .toList();
  }

  /** The rows with the agencies' numbers in the whole index. */
  private List<ShardRow> rows(List<ShardAnswer> answers) throws IOException {
    List<ShardRow> rows = new ArrayList<>();
    for (int shard = 0; shard < answers.size(); shard++) {
      int[] numbers = index.dictionary(Dimension.AGENCY).fromPart(shard);
      for (RankedRow row : answers.get(shard).rows()) {
        rows.add(new ShardRow(shard, row.inGroup(numbers[Math.toIntExact(row.group())])));
      }
    }
    return rows;
  }

  /** The best of the last groups that shards with more of them named; null where none has more. */
  private static @Nullable RankedRow bound(List<ShardAnswer> answers, int asked) {
    RankedRow bound = null;
    for (ShardAnswer answer : answers) {
      List<ShardRow> rows = answer.rows().stream().map(row -> new ShardRow(0, row)).toList();
      List<List<ShardRow>> groups = MergedRows.groups(rows);
      if (groups.size() > asked) {
        RankedRow last = groups.getLast().getFirst().row();
        bound = bound == null || RankedRow.BEST_FIRST.compare(last, bound) < 0 ? last : bound;
      }
    }
    return bound;
  }
}
