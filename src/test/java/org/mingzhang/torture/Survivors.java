package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/** What processes said they had kept, and whether it is still there. */
final class Survivors {
  private final Map<Integer, Long> acknowledged = new HashMap<>();

  /** Notes the lines {@code done FILE REVISION} of what a process said. */
  void note(List<String> said) {
    for (String line : said) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("done") && words.length == 3) {
        int number = Integer.parseInt(words[1].replaceAll("\\D", ""));
        acknowledged.merge(number, Long.parseLong(words[2]), Math::max);
      }
    }
  }

  /** Newest revision acknowledged of each file. */
  Map<Integer, Long> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /** Opens archive and index as the program does, and looks for all that was acknowledged. */
  void check(Path folder, String where) throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"));
        IndexStore index = IndexStore.open(folder.resolve("lucene"))) {
      new Reconciler(archive, index).run();
      assertThat(archive.check()).as(where).isEmpty();
      Map<Integer, Long> kept = revisions(archive, where);
      assertNothingLost(acknowledged, kept, where);
      index.refresh();
      try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
        kept.forEach((number, revision) -> found(search, number, revision, where));
      }
    }
  }

  static void assertNothingLost(
      Map<Integer, Long> expected, Map<Integer, Long> kept, String where) {
    expected.forEach(
        (number, revision) ->
            assertThat(kept.getOrDefault(number, -1L))
                .as("%s: file %d", where, number)
                .isGreaterThanOrEqualTo(revision));
  }

  /** Newest revision of each file kept, every version of it readable, every link alive. */
  static Map<Integer, Long> revisions(Archive archive, String where) {
    Map<Integer, Long> revisions = new HashMap<>();
    for (String id : archive.documentIds("", Integer.MAX_VALUE)) {
      for (DocumentVersion version : archive.versions(id)) {
        ArchivedDisclosure kept = archive.findVersion(id, version.sha256()).orElseThrow();
        for (String link : kept.sectionIds()) {
          assertThat(archive.resolve(id, link)).as("%s: %s/%s", where, id, link).isPresent();
        }
      }
      List<Section> sections = archive.latest(id).orElseThrow().disclosure().sections();
      String[] first = sections.get(0).text().split("\\D+", -1);
      String[] second = sections.get(1).text().split("\\D+", -1);
      assertThat(first).as(where).isEqualTo(second);
      revisions.put(Integer.parseInt(first[1]), Long.parseLong(first[2]));
    }
    return revisions;
  }

  private static void found(SearchService search, int number, long revision, String where) {
    for (String words :
        List.of(
            NumberedFiles.first(number, revision),
            NumberedFiles.second(number, revision),
            "编号甲" + number + "版",
            "编号丙" + number + "版")) {
      assertThat(search.search(SearchRequest.of("\"" + words + "\"", SearchScope.SECTIONS)).total())
          .as("%s: %s", where, words)
          .isEqualTo(1);
    }
  }
}
