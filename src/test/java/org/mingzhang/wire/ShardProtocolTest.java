package org.mingzhang.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.search.OrdinalCounts;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardQuery;
import org.mingzhang.search.ShardSearchRequest;
import org.mingzhang.search.Shards;
import org.mingzhang.shard.RandomDisclosures;
import org.mingzhang.shard.SearchIndex;

class ShardProtocolTest {
  /** Calls through a stub give the same results as calls of the shard. */
  @Test
  void a_stub_answers_as_the_port_behind_it() throws IOException {
    RandomDisclosures disclosures = new RandomDisclosures(new Random(7));
    try (SearchIndex index = new SearchIndex()) {
      for (int i = 0; i < 30; i++) {
        index.add("d" + i, disclosures.next());
      }
      index.refresh();
      try (Shards.ShardsSnapshot held = index.shards().acquire()) {
        ShardPort port = held.shards().getFirst();
        ShardState state =
            ShardProtocol.decodeState(ShardProtocol.encode(ShardState.read("s", port)));
        ShardPort stub =
            ShardProtocol.createStub(
                state, (name, arguments, bytes) -> ShardProtocol.dispatch(port, name, bytes));
        for (SearchScope scope : SearchScope.values()) {
          compare(port, stub, SearchRequest.of("工会 经费~1", scope));
        }
        assertThat(stub.facetValues(FacetDimension.AGENCY))
            .isEqualTo(port.facetValues(FacetDimension.AGENCY));
        assertThat(stub.section("d1/s0")).isEqualTo(port.section("d1/s0")).isNotNull();
        assertThat(stub.section("none")).isNull();
        assertThat(stub.completionTerms("", 100))
            .isEqualTo(port.completionTerms("", 100))
            .isNotEmpty();
        assertThat(stub.sectionCounts(List.of("经费"))).isEqualTo(port.sectionCounts(List.of("经费")));
        assertThat(stub.documentIds("d2", 5)).isEqualTo(port.documentIds("d2", 5)).hasSize(5);
        assertThat(stub.readDocument("d3")).isEqualTo(port.readDocument("d3")).hasSize(1);
        assertThat(stub.readDocumentsOfAgency("样本3局"))
            .isEqualTo(port.readDocumentsOfAgency("样本3局"));
        assertThat(stub.hasSecondaryEditions()).isEqualTo(port.hasSecondaryEditions());
        assertThat(stub.generation()).isEqualTo(port.generation());
        assertThat(stub.findCorruption()).isNull();
      }
    }
  }

  private static void compare(ShardPort port, ShardPort stub, SearchRequest request)
      throws IOException {
    ShardQuery alone = ShardQuery.ofSingleShard(request);
    assertThat(stub.statistics(alone)).isEqualTo(port.statistics(alone));
    ShardQuery query = new ShardQuery(request, false, port.statistics(alone));
    ShardSearchRequest search =
        new ShardSearchRequest(query, List.of(FacetDimension.REGION), 20, null, null, true, 60_000);
    assertThat(stub.search(search)).isEqualTo(port.search(search));
    List<Integer> rows = port.search(search).rows().stream().map(r -> r.doc()).toList();
    assertThat(stub.hits(query, rows)).isEqualTo(port.hits(query, rows));
    assertThat(stub.exportRows(query, rows)).isEqualTo(port.exportRows(query, rows));
    SearchCursor beginning = new SearchCursor(Double.MAX_VALUE, 9999, -1);
    assertThat(stub.sortedRows(query, beginning, "stub", 0, 9_999))
        .isEqualTo(port.sortedRows(query, beginning, "port", 0, 9_999))
        .hasSizeGreaterThanOrEqualTo(rows.size());
    assertThat(stub.count(query, 0)).isEqualTo(port.count(query, 0));
    assertThat(stub.absentWords(query, rows)).isEqualTo(port.absentWords(query, rows));
  }

  @Test
  void counts_of_a_question_that_finds_little_are_short_however_many_values_there_are()
      throws IOException {
    int[] many = new int[200_000];
    many[7] = 3;
    many[199_999] = 12;
    byte[] bytes = WireFormat.encode(OrdinalCounts.class, OrdinalCounts.of(many));
    assertThat(bytes).hasSizeLessThan(20);
    assertThat(WireFormat.decode(OrdinalCounts.class, bytes)).isEqualTo(OrdinalCounts.of(many));
    int[] all = new Random(3).ints(500, 0, 90).toArray();
    bytes = WireFormat.encode(OrdinalCounts.class, OrdinalCounts.of(all));
    assertThat(bytes).hasSizeLessThan(1100);
    assertThat(WireFormat.decode(OrdinalCounts.class, bytes)).isEqualTo(OrdinalCounts.of(all));
    assertThat(
            WireFormat.decode(
                OrdinalCounts.class,
                WireFormat.encode(OrdinalCounts.class, OrdinalCounts.of(new int[0]))))
        .isEqualTo(OrdinalCounts.of(new int[0]));
  }

  @Test
  void what_is_no_question_is_refused_whatever_the_bytes() throws IOException {
    try (SearchIndex index = new SearchIndex().refresh();
        Shards.ShardsSnapshot held = index.shards().acquire()) {
      ShardPort port = held.shards().getFirst();
      assertThatThrownBy(() -> ShardProtocol.dispatch(port, "getClass", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ShardProtocol.dispatch(port, "fault", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
      Random random = new Random(11);
      for (int i = 0; i < 500; i++) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        assertThatThrownBy(() -> ShardProtocol.dispatch(port, "search", bytes))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void the_state_tells_whether_values_of_a_facet_have_changed() throws IOException {
    RandomDisclosures disclosures = new RandomDisclosures(new Random(9));
    try (SearchIndex index = new SearchIndex()) {
      index.add("d", disclosures.next()).refresh();
      ShardState before = state(index);
      assertThat(state(index)).isEqualTo(before);
      index
          .add(
              "e",
              SearchIndex.disclosure(SearchIndex.metadata("题", "新局", null, null, null), List.of()))
          .refresh();
      Map<FacetDimension, Long> changed = new EnumMap<>(state(index).facetValueHashes());
      assertThat(changed.get(FacetDimension.AGENCY))
          .isNotEqualTo(before.facetValuesHash(FacetDimension.AGENCY));
      assertThat(changed.get(FacetDimension.YEAR))
          .isEqualTo(before.facetValuesHash(FacetDimension.YEAR));
    }
  }

  private static ShardState state(SearchIndex index) throws IOException {
    try (Shards.ShardsSnapshot held = index.shards().acquire()) {
      return ShardState.read("s", held.shards().getFirst());
    }
  }

  @Test
  void a_document_is_read_as_it_was_written() throws IOException {
    RandomDisclosures disclosures = new RandomDisclosures(new Random(5));
    for (int i = 0; i < 20; i++) {
      Disclosure disclosure = disclosures.next();
      List<String> slugs = disclosure.sections().stream().map(s -> "p" + s.path()).toList();
      List<CrossDocumentFinding> across =
          disclosure.findings().stream()
              .map((Finding finding) -> new CrossDocumentFinding(finding, "other/s1", "另一份"))
              .toList();
      EditionGroup editions =
          new EditionGroup(
              "d",
              List.of(new EditionGroup.Edition("d", "a/b"), new EditionGroup.Edition("e", "c/d")));
      IndexableDocument document =
          new IndexableDocument(
              "d",
              disclosure,
              slugs,
              across,
              new DocumentIndexAttributes(editions, 12 + i, SearchIndex.published("d" + i)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      assertThat(IndexableDocument.read(new ByteArrayInputStream(bytes.toByteArray())))
          .isEqualTo(document);
    }
    assertThatThrownBy(
            () ->
                IndexableDocument.read(
                    new ByteArrayInputStream(
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }
}
