package org.mingzhang.web.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of one region's agencies in the documents of one year.
 *
 * @param name folder below {@code /data/}, {@code 420105-2024}
 * @param region path of the region, empty for documents that state none
 * @param year fiscal year of the documents, or null
 * @param documents how many documents have amounts in it
 * @param amounts the CSV file
 * @param description its {@code datapackage.json}
 */
public record FiscalPackage(
    String name,
    List<String> region,
    @Nullable Integer year,
    int documents,
    DatasetFile amounts,
    DatasetFile description) {
  /** Copies the path. */
  public FiscalPackage {
    region = List.copyOf(region);
  }
}
