package org.mingzhang.web.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data package with the amounts in the documents of one region and year.
 *
 * @param name folder below {@code /data/}, {@code 420105-2024}
 * @param region path of the region; empty for documents that state none
 * @param year fiscal year of the documents, or null
 * @param documents number of documents with amounts
 * @param amounts the CSV file
 * @param description its {@code datapackage.json}
 */
public record FiscalDataPackage(
    String name,
    List<String> region,
    @Nullable Integer year,
    int documents,
    DatasetFile amounts,
    DatasetFile description) {
  /** Makes an immutable copy of the path. */
  public FiscalDataPackage {
    region = List.copyOf(region);
  }
}
