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
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.LongSentence;
import org.mingzhang.search.TextReuseResult.SharedPassage;
import org.mingzhang.search.TextReuseResult.Source;
import org.mingzhang.text.SearchNormalizer;

/**
 * Finds passages that a section has in common with other documents. A passage found in a large
 * share of all documents, or in very many sections, is boilerplate: it is marked as such, and the
 * sections that contain it are not counted as sources. Headings and other editions of the same
 * disclosure are ignored. For single use.
 */
final class TextReuseFinder {
  private static final int MAX_SOURCES = 10;
  private static final int MIN_SECTION_LIMIT = 6;
  private static final int MAX_SECTION_LIMIT = 60;
  private static final double BOILERPLATE_SHARE = 0.3;

  private final MergedIndex index;
  private final List<SharedPassage> sharedPassages = new ArrayList<>();
  private final Map<ShardRow, Integer> sharedLengths = new HashMap<>();
  private final Set<String> seenKeys = new HashSet<>();
  private int copiedLength;
  private int boilerplateLength;

  TextReuseFinder(MergedIndex index) {
    this.index = index;
  }

  /**
   * Finds the text that a section shares with other documents; empty if the section is not found.
   */
  Optional<TextReuseResult> find(String sectionId) throws IOException {
    StoredSection section = readSection(sectionId);
    if (section == null) {
      return Optional.empty();
    }
    String text = section.text();
    int body = text.indexOf('\n') + 1;
    List<LongSentence> passages =
        LongSentence.findAll(text).stream().filter(p -> p.start() >= body).toList();
    int maxSections = maxSectionsPerPassage();
    List<String> keys = passages.stream().map(LongSentence::key).toList();
    List<PassageSections> found = findPassages(keys, maxSections);
    for (int i = 0; i < passages.size(); i++) {
      addPassageIfShared(
          passages.get(i), text, found.get(i), maxSections, section.documentNumber());
    }
    Set<DocumentKey> ownEditions = findOwnEditions(sectionId.replaceFirst("/.*", ""));
    if (!ownEditions.isEmpty()) {
      resetPassages();
      for (int i = 0; i < passages.size(); i++) {
        addPassageIfShared(
            passages.get(i),
            text,
            found.get(i).withoutEditions(ownEditions),
            maxSections,
            section.documentNumber());
      }
    }
    int length = SearchNormalizer.normalize(text).length();
    return Optional.of(
        new TextReuseResult(
            length, copiedLength, boilerplateLength, sharedPassages, findSources()));
  }

  /** A document, identified by its shard and its document number in the shard. */
  private record DocumentKey(int shard, long document) {
    static DocumentKey of(ShardRow row) {
      return new DocumentKey(row.shard(), row.row().documentNumber());
    }
  }

  /**
   * The documents among the top sources that are editions of the same disclosure as the searched
   * section's document; empty if there are none.
   */
  private Set<DocumentKey> findOwnEditions(String documentId) throws IOException {
    List<ShardRow> rows = topSources();
    List<EditionGroup> found =
        readHits(rows).stream().map(hit -> EditionGroup.decode(hit.values())).toList();
    Optional<String> primaryId =
        found.stream()
            .filter(editions -> editions.all().stream().anyMatch(e -> e.id().equals(documentId)))
            .map(EditionGroup::primaryId)
            .findFirst();
    Set<DocumentKey> ownEditions = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      if (primaryId.equals(Optional.of(found.get(i).primaryId()))) {
        ownEditions.add(DocumentKey.of(rows.get(i)));
      }
    }
    return ownEditions;
  }

  private void resetPassages() {
    sharedPassages.clear();
    sharedLengths.clear();
    seenKeys.clear();
    copiedLength = 0;
    boilerplateLength = 0;
  }

  private @Nullable StoredSection readSection(String sectionId) throws IOException {
    List<Optional<StoredSection>> found =
        index.callAll((number, shard) -> Optional.ofNullable(shard.section(sectionId)));
    return found.stream().flatMap(Optional::stream).findFirst().orElse(null);
  }

  /**
   * The sections of all shards that contain a passage.
   *
   * @param total number of such sections
   * @param rows the sections, except those of shards that have more than were requested
   */
  private record PassageSections(long total, List<ShardRow> rows) {
    PassageSections withoutEditions(Set<DocumentKey> ownEditions) {
      List<ShardRow> others =
          rows.stream().filter(row -> !ownEditions.contains(DocumentKey.of(row))).toList();
      return new PassageSections(total - (rows.size() - others.size()), others);
    }
  }

  private List<PassageSections> findPassages(List<String> keys, int maxSections)
      throws IOException {
    List<List<PassageMatches>> answers =
        index.callAll((number, shard) -> shard.findPassages(keys, maxSections));
    List<PassageSections> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      long total = 0;
      List<ShardRow> rows = new ArrayList<>();
      for (int shard = 0; shard < answers.size(); shard++) {
        PassageMatches here = answers.get(shard).get(i);
        total += here.total();
        for (PassageMatches.PassageMatch place : here.rows()) {
          rows.add(new ShardRow(shard, new RankedRow(place.doc(), 0, 0, place.order(), 0)));
        }
      }
      all.add(new PassageSections(total, rows));
    }
    return all;
  }

  private void addPassageIfShared(
      LongSentence passage,
      String text,
      PassageSections passageSections,
      int maxSections,
      long ownDocument) {
    boolean isBoilerplate = passageSections.total() > maxSections;
    List<ShardRow> others =
        isBoilerplate
            ? List.of()
            : passageSections.rows().stream()
                .filter(r -> r.row().documentNumber() != ownDocument)
                .toList();
    if (!isBoilerplate && others.isEmpty()) {
      return;
    }
    int otherCount = isBoilerplate ? Math.toIntExact(passageSections.total() - 1) : others.size();
    String words = text.substring(passage.start(), passage.end());
    sharedPassages.add(
        new SharedPassage(passage.start(), passage.end(), words, otherCount, isBoilerplate));
    copiedLength += passage.length();
    boilerplateLength += isBoilerplate ? passage.length() : 0;
    if (seenKeys.add(passage.key())) {
      others.forEach(row -> sharedLengths.merge(row, passage.length(), Integer::sum));
    }
  }

  /** Maximum number of sections that may contain a passage before it counts as boilerplate. */
  private int maxSectionsPerPassage() throws IOException {
    long documents =
        index.callAll((number, shard) -> shard.documentCount()).stream().mapToLong(d -> d).sum();
    double share = Math.max(MIN_SECTION_LIMIT, documents * BOILERPLATE_SHARE);
    return (int) Math.min(share, MAX_SECTION_LIMIT);
  }

  /**
   * At most {@link #MAX_SOURCES} sections, those that share the most characters first; ties are
   * broken by row order.
   */
  private List<ShardRow> topSources() {
    return sharedLengths.entrySet().stream()
        .sorted(
            Map.Entry.<ShardRow, Integer>comparingByValue()
                .reversed()
                .thenComparingLong(entry -> entry.getKey().row().order()))
        .limit(MAX_SOURCES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Hit> readHits(List<ShardRow> rows) throws IOException {
    ShardQuery unmarked = ShardQuery.ofSingleShard(SearchRequest.of("", SearchScope.SECTIONS));
    return index.applyToRows(rows, (shard, docs) -> shard.hits(unmarked, docs));
  }

  private List<Source> findSources() throws IOException {
    List<ShardRow> rows = topSources();
    List<Hit> hits = readHits(rows);
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      sources.add(new Source(hits.get(i), sharedLengths.getOrDefault(rows.get(i), 0)));
    }
    return sources;
  }
}
