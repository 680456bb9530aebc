package org.mingzhang.archive;

import java.nio.file.Path;

class SqliteLedgerTest extends LedgerContract {
  @Override
  ArchiveLocation place(Path archive) {
    return new ArchiveLocation(archive);
  }

  @Override
  Ledger ledger(ArchiveLocation at) {
    return SqliteLedger.open(at.path().resolve(LedgerOpener.LEDGER));
  }
}
