package org.mingzhang.audit.invented;

import java.util.Map;
import java.util.Random;
import org.mingzhang.audit.TestDocument;

/** Kinds of clean documents. */
public enum Genre {
  /** A final account with its nine tables. */
  ACCOUNT,
  /** A final account that consists of sentences only. */
  TEXT,
  /** A budget with its nine tables. */
  BUDGET,
  /** An evaluation of projects: a report and forms. */
  REVIEW;

  /** A clean document. */
  public TestDocument write(Random random, Map<String, String> wordings) {
    if (this == REVIEW) {
      return new InventedReview(random).document();
    }
    if (this == BUDGET) {
      return new InventedBudget(random).document();
    }
    InventedAccount account = new InventedAccount(random, random.nextBoolean());
    return new InventedDocument(account, random, wordings, this == ACCOUNT, null).document();
  }
}
