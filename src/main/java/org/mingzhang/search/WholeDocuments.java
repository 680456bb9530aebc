package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import org.mingzhang.schema.StoredRow;

/** The documents of one shard at one moment, as those see them who bring documents in. */
public interface WholeDocuments {
  /** The row of a document; none where it is not here. */
  List<StoredRow> document(String documentId) throws IOException;

  /** The rows of all documents of an agency. */
  List<StoredRow> ofAgency(String agency) throws IOException;

  /**
   * Permalink ids of documents, in the order of code points.
   *
   * @param after the id that the first one follows; empty from the beginning
   * @param most how many at most; fewer are the last
   */
  List<String> documentIds(String after, int most) throws IOException;
}
