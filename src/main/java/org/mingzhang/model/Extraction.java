package org.mingzhang.model;

import java.util.List;
import java.util.Map;

/**
 * The content of one file before its structure is recognized.
 *
 * @param source the file
 * @param blocks text and tables in reading order
 * @param properties the file's own document properties (title, author, producer); they are often
 *     wrong and must not be trusted alone
 * @param warnings one sentence for each part that was left out or limited
 */
public record Extraction(
    SourceDocument source,
    List<Block> blocks,
    Map<String, String> properties,
    List<String> warnings) {

  /** Makes an immutable copy of the collections. */
  public Extraction {
    blocks = List.copyOf(blocks);
    properties = Map.copyOf(properties);
    warnings = List.copyOf(warnings);
  }
}
