package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.LongSentence;
import org.mingzhang.search.CopiedText.SharedPassage;
import org.mingzhang.search.CopiedText.Source;
import org.mingzhang.text.SearchNormalizer;

/**
 * Finds passages that a section has in common with other documents. Sentences that a good part of
 * all documents has, or that very many have, are boilerplate: they are marked, and make no other
 * section a source. Headings are alike by nature and are left out, and so are other files of the
 * same disclosure. Used once.
 */
final class CopyFinder {
  private static final int MOST_SOURCES = 10;
  private static final int FEWEST_FOR_BOILERPLATE = 6;
  private static final int MOST_FOR_COPY = 60;
  private static final double BOILERPLATE_SHARE = 0.3;

  private final MergedIndex index;
  private final List<SharedPassage> shared = new ArrayList<>();
  private final Map<ShardRow, Integer> characters = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int copied;
  private int boilerplate;

  CopyFinder(MergedIndex index) {
    this.index = index;
  }

  /** What a section shares. */
  Optional<CopiedText> find(String sectionId) throws IOException {
    StoredSection section = section(sectionId);
    if (section == null) {
      return Optional.empty();
    }
    String text = section.text();
    int body = text.indexOf('\n') + 1;
    List<LongSentence> passages =
        LongSentence.of(text).stream().filter(p -> p.start() >= body).toList();
    int common = common();
    List<String> keys = passages.stream().map(LongSentence::key).toList();
    List<Found> found = found(keys, common);
    Set<Block> own = new HashSet<>();
    for (int i = 0; i < passages.size(); i++) {
      look(passages.get(i), text, found.get(i), common, section.document());
    }
    if (addEditions(sectionId.replaceFirst("/.*", ""), own)) {
      forget();
      for (int i = 0; i < passages.size(); i++) {
        look(passages.get(i), text, found.get(i).without(own), common, section.document());
      }
    }
    int length = SearchNormalizer.normalize(text).length();
    return Optional.of(new CopiedText(length, copied, boilerplate, shared, sources()));
  }

  /** A document in a shard. */
  private record Block(int shard, long document) {
    static Block of(ShardRow row) {
      return new Block(row.shard(), row.row().document());
    }
  }

  /**
   * Adds the other files of the same disclosure, which share most of all; says if there are any.
   */
  private boolean addEditions(String documentId, Set<Block> own) throws IOException {
    List<ShardRow> rows = best();
    List<Editions> found = hits(rows).stream().map(hit -> Editions.decode(hit.values())).toList();
    Optional<String> primary =
        found.stream()
            .filter(editions -> editions.all().stream().anyMatch(e -> e.id().equals(documentId)))
            .map(Editions::primary)
            .findFirst();
    for (int i = 0; i < found.size(); i++) {
      if (primary.equals(Optional.of(found.get(i).primary()))) {
        own.add(Block.of(rows.get(i)));
      }
    }
    return !own.isEmpty();
  }

  private void forget() {
    shared.clear();
    characters.clear();
    seen.clear();
    copied = 0;
    boilerplate = 0;
  }

  private @Nullable StoredSection section(String sectionId) throws IOException {
    List<Optional<StoredSection>> found =
        index.ask((number, shard) -> Optional.ofNullable(shard.section(sectionId)));
    return found.stream().flatMap(Optional::stream).findFirst().orElse(null);
  }

  /** The sections of all shards that have a passage. */
  private record Found(long total, List<ShardRow> rows) {
    Found without(Set<Block> own) {
      List<ShardRow> others = rows.stream().filter(row -> !own.contains(Block.of(row))).toList();
      return new Found(total - (rows.size() - others.size()), others);
    }
  }

  private List<Found> found(List<String> keys, int common) throws IOException {
    List<List<PassageRows>> told = index.ask((number, shard) -> shard.passages(keys, common));
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      long total = 0;
      List<ShardRow> rows = new ArrayList<>();
      for (int shard = 0; shard < told.size(); shard++) {
        PassageRows here = told.get(shard).get(i);
        total += here.total();
        for (PassageRows.Place place : here.rows()) {
          rows.add(new ShardRow(shard, new RankedRow(place.row(), 0, 0, place.order(), 0)));
        }
      }
      all.add(new Found(total, rows));
    }
    return all;
  }

  private void look(LongSentence passage, String text, Found found, int common, long ownDocument) {
    boolean usual = found.total() > common;
    List<ShardRow> others =
        usual
            ? List.of()
            : found.rows().stream().filter(r -> r.row().document() != ownDocument).toList();
    if (!usual && others.isEmpty()) {
      return;
    }
    int elsewhere = usual ? Math.toIntExact(found.total() - 1) : others.size();
    String words = text.substring(passage.start(), passage.end());
    shared.add(new SharedPassage(passage.start(), passage.end(), words, elsewhere, usual));
    copied += passage.length();
    boilerplate += usual ? passage.length() : 0;
    if (seen.add(passage.key())) {
      others.forEach(row -> characters.merge(row, passage.length(), Integer::sum));
    }
  }

  /** How many sections may have a passage that is no boilerplate. */
  private int common() throws IOException {
    long documents =
        index.ask((number, shard) -> shard.documents()).stream().mapToLong(d -> d).sum();
    double share = Math.max(FEWEST_FOR_BOILERPLATE, documents * BOILERPLATE_SHARE);
    return (int) Math.min(share, MOST_FOR_COPY);
  }

  /** The sections that share most, of equals the first in the order of rows. */
  private List<ShardRow> best() {
    return characters.entrySet().stream()
        .sorted(
            Map.Entry.<ShardRow, Integer>comparingByValue()
                .reversed()
                .thenComparingLong(entry -> entry.getKey().row().order()))
        .limit(MOST_SOURCES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Hit> hits(List<ShardRow> rows) throws IOException {
    ShardQuery unmarked = ShardQuery.alone(SearchRequest.of("", Scope.SECTIONS));
    return index.each(rows, (shard, own) -> shard.hits(unmarked, own));
  }

  private List<Source> sources() throws IOException {
    List<ShardRow> rows = best();
    List<Hit> hits = hits(rows);
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      sources.add(new Source(hits.get(i), characters.getOrDefault(rows.get(i), 0)));
    }
    return sources;
  }
}
