package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.LongSentence;
import org.mingzhang.search.CopiedText.SharedPassage;
import org.mingzhang.search.CopiedText.Source;
import org.mingzhang.text.SearchNormalizer;

/**
 * Finds passages that a section has in common with other documents. Sentences that a good part of
 * all documents has, or that very many have, are boilerplate: they are marked, and make no other
 * section a source. Headings are alike by nature and are left out.
 */
final class CopyFinder {
  private static final int MOST_SOURCES = 10;
  private static final int FEWEST_FOR_BOILERPLATE = 6;
  private static final int MOST_FOR_COPY = 60;
  private static final double BOILERPLATE_SHARE = 0.3;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final int common;
  private final List<SharedPassage> shared = new ArrayList<>();
  private final Map<Integer, Integer> characters = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int copied;
  private int boilerplate;

  CopyFinder(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.stored = snapshot.reader().storedFields();
    this.common = common();
  }

  /** What a section shares; asked once. */
  Optional<CopiedText> find(String sectionId) throws IOException {
    ScoreDoc[] own =
        searcher.search(new TermQuery(new Term(FieldNames.ID, sectionId)), 1).scoreDocs;
    String text =
        own.length == 0
            ? null
            : stored.document(own[0].doc, Set.of(FieldNames.TEXT)).get(FieldNames.TEXT);
    if (text == null) {
      return Optional.empty();
    }
    long ownDocument = documentOf(own[0].doc);
    int body = text.indexOf('\n') + 1;
    for (LongSentence passage : LongSentence.of(text)) {
      if (passage.start() >= body) {
        look(passage, text.substring(passage.start(), passage.end()), ownDocument);
      }
    }
    int length = SearchNormalizer.normalize(text).length();
    return Optional.of(new CopiedText(length, copied, boilerplate, shared, sources()));
  }

  private void look(LongSentence passage, String words, long ownDocument) throws IOException {
    TermQuery same = new TermQuery(new Term(FieldNames.PASSAGES, passage.key()));
    int rows = searcher.count(same);
    boolean usual = rows > common;
    List<Integer> others = usual || rows < 2 ? List.of() : others(same, rows, ownDocument);
    if (!usual && others.isEmpty()) {
      return;
    }
    int elsewhere = usual ? rows - 1 : others.size();
    shared.add(new SharedPassage(passage.start(), passage.end(), words, elsewhere, usual));
    copied += passage.length();
    boilerplate += usual ? passage.length() : 0;
    if (seen.add(passage.key())) {
      others.forEach(doc -> characters.merge(doc, passage.length(), Integer::sum));
    }
  }

  /** How many sections may have a passage that is no boilerplate. */
  private int common() throws IOException {
    int documents = searcher.count(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)));
    double share = Math.max(FEWEST_FOR_BOILERPLATE, documents * BOILERPLATE_SHARE);
    return (int) Math.min(share, MOST_FOR_COPY);
  }

  /** Sections of other documents that have a passage. */
  private List<Integer> others(TermQuery same, int rows, long ownDocument) throws IOException {
    List<Integer> others = new ArrayList<>();
    for (ScoreDoc found : searcher.search(new ConstantScoreQuery(same), rows).scoreDocs) {
      if (documentOf(found.doc) != ownDocument) {
        others.add(found.doc);
      }
    }
    return others;
  }

  /** What the rows of one document have in common. */
  private long documentOf(int doc) throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues orders = DocValues.getNumeric(leaf.reader(), FieldNames.ORDER);
    return orders.advanceExact(doc - leaf.docBase)
        ? orders.longValue() >>> FieldNames.PLACE_BITS
        : -1;
  }

  private List<Source> sources() throws IOException {
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
