package org.entente.node.web.cases;

import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.delivery.Receipts;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts of messages, as they were signed. */
@RestController
@RequestMapping("/api/v1")
class ReceiptsApi {
  private final Receipts receipts;
  private final Store store;

  ReceiptsApi(Receipts receipts, Store store) {
    this.receipts = receipts;
    this.store = store;
  }

  /** The partner's signed receipt, or ours for the partner's message: CMS, as it was signed. */
  @GetMapping("/messages/{id}/receipt")
  ResponseEntity<byte[]> receipt(Officer officer, @PathVariable String id) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return ResponseEntity.notFound().build();
    }
    return store
        .read(tx -> receipts.signed(tx, MessageId.of(id)))
        .map(signed ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/pkcs7-mime"))
                .body(signed.statement()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
