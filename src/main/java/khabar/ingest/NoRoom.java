package khabar.ingest;

import khabar.store.StoreException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A write that the disk has no room for is refused, not broken off; what was stored before it stays. */
@RestControllerAdvice(basePackageClasses = NoRoom.class)
final class NoRoom {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(StoreException.Full full) {
        return ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INSUFFICIENT_STORAGE, String.valueOf(full.getMessage())));
    }
}
