package org.mingzhang.model;

import java.util.List;
import java.util.Map;

/**
 * What was read from one file, before it is understood.
 *
 * @param source the file
 * @param blocks text and tables in reading order
 * @param properties properties the file states of itself (title, author, producer); often wrong,
 *     never trusted alone
 * @param warnings what was left out or limited, one sentence each
 */
public record Extraction(
    SourceDocument source,
    List<Block> blocks,
    Map<String, String> properties,
    List<String> warnings) {

  /** Copies the collections. */
  public Extraction {
    blocks = List.copyOf(blocks);
    properties = Map.copyOf(properties);
    warnings = List.copyOf(warnings);
  }
}
