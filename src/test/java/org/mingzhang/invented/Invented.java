package org.mingzhang.invented;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/** Makes whole invented documents from a seed, and reads a file as the portal does. */
final class Invented {
  private static final Extractor EXTRACTOR = new Extractor(ExtractionLimits.standard());

  private Invented() {}

  /** A document with one table of each kind. */
  record Tables(Draft draft, Map<AccountTables.Kind, MadeTable> tables) {}

  /** A document with forms of one kind; {@code rows} are the fields of all their indicators. */
  record Forms(Draft draft, List<List<String>> rows) {}

  static Tables tables(long seed) {
    AccountTables tables = new AccountTables(new Random(seed));
    Map<AccountTables.Kind, MadeTable> made = new EnumMap<>(AccountTables.Kind.class);
    List<Object> parts = new ArrayList<>(List.of("第二部分 部门报表"));
    for (AccountTables.Kind kind : AccountTables.Kind.values()) {
      MadeTable table = tables.make(kind);
      made.put(kind, table);
      parts.add(table.sheet());
    }
    return new Tables(new Draft(tables.title(), parts), made);
  }

  static Forms forms(PerformanceForms.Kind kind, long seed, int count) {
    PerformanceForms forms = new PerformanceForms(new Random(seed + kind.name().hashCode()));
    List<Object> parts = new ArrayList<>(List.of("第五部分 附件"));
    List<List<String>> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      PerformanceForms.Made made = forms.make(kind);
      parts.add(made.sheet());
      rows.addAll(made.rows());
    }
    return new Forms(new Draft("示例省样本市统计局2024年度部门决算", parts), rows);
  }

  static Disclosure read(Path file) throws IOException {
    ExtractionResult result = EXTRACTOR.extract(file).getFirst();
    if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
      return new DisclosureReader().read(extracted.extraction(), Sidecar.none());
    }
    throw new AssertionError(result.toString());
  }
}
