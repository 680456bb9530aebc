package org.mingzhang.archive;

import java.nio.file.Path;

class SqliteLedgerTest extends LedgerContract {
  @Override
  ArchiveFolder place(Path archive) {
    return new ArchiveFolder(archive);
  }

  @Override
  Ledger ledger(ArchiveFolder at) {
    return SqliteLedger.open(at.path().resolve(LedgerOpener.LEDGER));
  }
}
