package org.mingzhang.web.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SearchPort;

class DocumentCatalogTest {
  private final List<Hit> kept = new ArrayList<>();
  private final AtomicInteger generation = new AtomicInteger(1);

  private final SearchPort search =
      (SearchPort)
          Proxy.newProxyInstance(
              SearchPort.class.getClassLoader(),
              new Class<?>[] {SearchPort.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "generation" -> (long) generation.get();
                    case "forEach" -> {
                      @SuppressWarnings("unchecked")
                      Consumer<Hit> sink = (Consumer<Hit>) arguments[1];
                      kept.forEach(sink);
                      yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  private void fill(int documents) {
    for (int i = 0; i < documents; i++) {
      List<String> region = i % 7 == 0 ? List.of() : List.of("示例省", "样本市", "第" + i % 40 + "区");
      String agency = i % 11 == 0 ? null : "第" + i % 300 + "局";
      kept.add(document("d" + i, region, agency, i % 5 == 0 ? null : 2015 + i % 9));
    }
    Collections.shuffle(kept, new Random(5));
  }

  private static Hit document(
      String id, List<String> region, @Nullable String agency, @Nullable Integer year) {
    return new Hit(
        id,
        SearchScope.DOCUMENTS,
        id,
        "文件" + id,
        List.of("路径"),
        "题",
        agency,
        region,
        year,
        "部门决算",
        null,
        1,
        List.of(),
        0,
        List.of(1, 2),
        new BigDecimal("12.30"),
        Map.of("mediaType", "application/pdf", "findings", "3"));
  }

  /** What is in memory is told by the bound and not by the documents. */
  @ParameterizedTest
  @ValueSource(ints = {3_000, 12_000})
  void many_documents_are_read_from_a_file_of_which_a_part_is_in_memory(int documents) {
    fill(documents);
    List<Hit> all =
        new DocumentCatalog(search, id -> Optional.empty(), documents)
            .currentSnapshot()
            .readDocuments();
    List<Hit> paged =
        new DocumentCatalog(search, id -> Optional.empty(), 500).currentSnapshot().readDocuments();
    assertThat(all).isNotInstanceOf(DiskHitList.class).hasSize(documents);
    assertThat(paged).isInstanceOf(DiskHitList.class).isEqualTo(all);
    assertThat(((DiskHitList) paged).loadedCount())
        .isBetween(1L, (long) DiskHitList.CACHED_HITS)
        .isLessThanOrEqualTo(5_000);
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(documents);
      assertThat(paged.get(at)).isEqualTo(all.get(at));
    }
  }

  /** The watchdog interrupts requests that take too long, also while they read the file. */
  @Test
  void an_interrupted_reader_does_not_take_the_list_from_others() throws IOException {
    fill(600);
    try (DiskHitList list = DiskHitList.spill(kept.iterator())) {
      Thread.currentThread().interrupt();
      assertThat(list.get(17)).isEqualTo(kept.get(17));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(list.get(400)).isEqualTo(kept.get(400));
      assertThat(list).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1_000})
  void what_is_asked_of_documents_is_the_same_wherever_they_are(int held) {
    fill(900);
    DocumentCatalog.Snapshot all =
        new DocumentCatalog(search, id -> Optional.empty(), 900).currentSnapshot();
    DocumentCatalog.Snapshot some =
        new DocumentCatalog(search, id -> Optional.empty(), held).currentSnapshot();
    assertThat(some.years()).isEqualTo(all.years()).hasSize(9).isSortedAccordingTo((a, b) -> b - a);
    assertThat(some.groupByRegion()).isEqualTo(all.groupByRegion());
    assertThat(some.groupByRegion().get("")).hasSize(129).allMatch(d -> d.region().isEmpty());
    assertThat(some.groupByRegion().values().stream().mapToInt(List::size).sum()).isEqualTo(900);
    assertThat(some.groupByAgency()).isEqualTo(all.groupByAgency());
    assertThat(some.groupByAgency().get("第1局")).extracting(Hit::agency).containsOnly("第1局");
    assertThat(some.agencyCount()).isEqualTo(300);
    Hit one = kept.getFirst();
    assertThat(some.find(one.documentId())).contains(one);
    assertThat(some.find("none")).isEmpty();
  }

  @Test
  void it_is_read_again_when_the_index_has_changed() {
    fill(10);
    DocumentCatalog catalog = new DocumentCatalog(search, id -> Optional.empty(), 4);
    DocumentCatalog.Snapshot before = catalog.currentSnapshot();
    kept.add(document("new", List.of(), null, null));
    assertThat(catalog.currentSnapshot()).isSameAs(before);
    generation.incrementAndGet();
    assertThat(catalog.currentSnapshot().readDocuments()).hasSize(11);
    assertThat(before.readDocuments()).hasSize(10);
  }

  @Test
  void no_document_is_no_file() {
    assertThat(
            new DocumentCatalog(search, id -> Optional.empty(), 1)
                .currentSnapshot()
                .readDocuments())
        .isEmpty();
  }

  /** A slow way to the same answer: every id is compared. */
  private static List<Hit> similarByComparingAll(List<Hit> documents, String id) {
    Set<String> wanted = Set.of(id.split("-"));
    Comparator<Hit> most =
        Comparator.comparingLong((Hit d) -> commonParts(wanted, d.documentId())).reversed();
    return documents.stream()
        .filter(d -> commonParts(wanted, d.documentId()) >= 2)
        .sorted(most.thenComparing(Hit::documentId))
        .limit(5)
        .toList();
  }

  private static long commonParts(Set<String> wanted, String id) {
    return Arrays.stream(id.split("-")).distinct().filter(wanted::contains).count();
  }

  @Test
  void similar_permalinks_are_those_of_a_comparison_of_all() {
    Random random = new Random(3);
    DocumentCatalog.Snapshot snapshot = new DocumentCatalog.Snapshot(1, withRandomIds(random));
    for (int i = 0; i < 200; i++) {
      String id = randomId(random);
      assertThat(snapshot.findSimilar(id, 2, 5))
          .isEqualTo(similarByComparingAll(snapshot.readDocuments(), id));
    }
  }

  @Test
  void an_address_reads_only_the_documents_that_it_shows() {
    AtomicInteger read = new AtomicInteger();
    List<Hit> documents = withRandomIds(new Random(4));
    DocumentCatalog.Snapshot snapshot =
        new DocumentCatalog.Snapshot(
            1,
            new AbstractList<>() {
              @Override
              public Hit get(int index) {
                read.incrementAndGet();
                return documents.get(index);
              }

              @Override
              public int size() {
                return documents.size();
              }
            });
    assertThat(snapshot.find("unknown")).isEmpty();
    read.set(0);
    String id = documents.get(17).documentId();
    assertThat(snapshot.find("unknown")).isEmpty();
    assertThat(snapshot.find(id)).contains(documents.get(17));
    assertThat(snapshot.findSimilar(id, 2, 5)).hasSize(5).contains(documents.get(17));
    assertThat(read).hasValue(6);
  }

  private static List<Hit> withRandomIds(Random random) {
    Set<String> ids = new TreeSet<>();
    while (ids.size() < 3_000) {
      ids.add(randomId(random));
    }
    List<Hit> documents = new ArrayList<>();
    ids.forEach(id -> documents.add(document(id, List.of("示例省"), null, 2020)));
    Collections.shuffle(documents, random);
    return documents;
  }

  private static String randomId(Random random) {
    List<String> parts =
        List.of(
            "99" + random.nextInt(40),
            List.of("jyj", "czj", "mzj", "sfj", "wjw").get(random.nextInt(5)),
            Integer.toString(2015 + random.nextInt(9)),
            List.of("bmjs", "bmys", "dwjs", "bmjs-2").get(random.nextInt(4)));
    return String.join("-", parts);
  }

  @Test
  void requests_at_the_same_time_share_one_reading() {
    fill(3_000);
    DocumentCatalog catalog = new DocumentCatalog(search, id -> Optional.empty(), 100);
    for (int change = 0; change < 3; change++) {
      generation.incrementAndGet();
      Set<DocumentCatalog.Snapshot> read = ConcurrentHashMap.newKeySet();
      try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 6; i++) {
          requests.execute(() -> read.add(catalog.currentSnapshot()));
        }
      }
      assertThat(read).hasSize(1);
    }
  }
}
