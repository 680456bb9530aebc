package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.Passage;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.CopiedText.SharedPassage;
import org.mingzhang.search.CopiedText.Source;

/**
 * Finds passages that a section has in common with other documents. Sentences that a good part of
 * all documents has are boilerplate: they are marked, and make no other section a source.
 */
final class CopyFinder {
  private static final int MOST_SOURCES = 10;
  private static final int MOST_ROWS_OF_PASSAGE = 200;
  private static final int FEWEST_FOR_BOILERPLATE = 6;
  private static final double BOILERPLATE_SHARE = 0.3;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final Map<Integer, String> documents = new HashMap<>();

  CopyFinder(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.stored = snapshot.reader().storedFields();
  }

  Optional<CopiedText> find(String sectionId) throws IOException {
    ScoreDoc own = SectionFinder.only(searcher, new TermQuery(new Term(FieldNames.ID, sectionId)));
    String text =
        own == null ? null : stored.document(own.doc, Set.of(FieldNames.TEXT)).get(FieldNames.TEXT);
    if (own == null || text == null) {
      return Optional.empty();
    }
    long all = searcher.count(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)));
    double common = Math.max(FEWEST_FOR_BOILERPLATE, all * BOILERPLATE_SHARE);
    List<SharedPassage> shared = new ArrayList<>();
    Map<Integer, Integer> characters = new HashMap<>();
    Set<String> seen = new HashSet<>();
    int copied = 0;
    int boilerplate = 0;
    for (Passage passage : Passage.of(text)) {
      List<Integer> others = others(passage, own.doc);
      if (others.isEmpty()) {
        continue;
      }
      boolean usual = others.size() >= common;
      String words = text.substring(passage.start(), passage.end());
      shared.add(new SharedPassage(passage.start(), passage.end(), words, others.size(), usual));
      copied += passage.length();
      boilerplate += usual ? passage.length() : 0;
      if (!usual && seen.add(passage.key())) {
        others.forEach(doc -> characters.merge(doc, passage.length(), Integer::sum));
      }
    }
    int length = org.mingzhang.text.SearchNormalizer.normalize(text).length();
    return Optional.of(new CopiedText(length, copied, boilerplate, shared, sources(characters)));
  }

  /** Sections of other documents that have a passage, at most {@link #MOST_ROWS_OF_PASSAGE}. */
  private List<Integer> others(Passage passage, int own) throws IOException {
    TermQuery same = new TermQuery(new Term(FieldNames.PASSAGES, passage.key()));
    List<Integer> others = new ArrayList<>();
    for (ScoreDoc found : searcher.search(same, MOST_ROWS_OF_PASSAGE).scoreDocs) {
      if (found.doc != own && !document(found.doc).equals(document(own))) {
        others.add(found.doc);
      }
    }
    return others;
  }

  private String document(int doc) throws IOException {
    String known = documents.get(doc);
    if (known == null) {
      StoredRow row = HitReader.row(stored, doc);
      known = row.documentId();
      documents.put(doc, known);
    }
    return known;
  }

  private List<Source> sources(Map<Integer, Integer> characters) throws IOException {
    HitReader reader = new HitReader(snapshot.reader().storedFields(), Scope.SECTIONS, List.of());
    List<Map.Entry<Integer, Integer>> best =
        characters.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_SOURCES)
            .toList();
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<Integer, Integer> entry : best) {
      sources.add(new Source(reader.read(entry.getKey()), entry.getValue()));
    }
    return sources;
  }
}
