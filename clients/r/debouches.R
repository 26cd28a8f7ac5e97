# Reports of Débouchés as data frames: Date, integer, numeric, logical, and codes as factors.
#
#   source("debouches.R")
#   server <- debouches_server("http://localhost:4000")
#   rates <- debouches_read(server, "insertion-rates", register = "RNCP", level = 6:7, labels = "fr")
#
# One file; it needs the packages curl (base R cannot read why a request failed) and jsonlite (nor
# JSON). `debouches_reports` lists reports with their parameters, as of the version that this file
# came with; the server says which it has: debouches_list(server), debouches_schema(server, name).

# <reports>
# Written by npm run generate from the declarations of the reports: parameters of each.
debouches_reports <- list(
  # Certifications: one row for each certification.
  "certifications" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "last_cohorts",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Competency blocks: one row for each block of a certification.
  "blocks" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Cohorts: one row for each certification and cohort.
  "cohorts" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion rates, one a row: one row for each certification, cohort and indicator.
  "insertion-rates" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion by year: one row for each year of cohorts.
  "insertion-by-year" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion by level of qualification: one row for each level of qualification, and one for certifications without a level.
  "insertion-by-level" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion by NSF speciality: one row for each NSF group, three digits, and one for certifications without an NSF code.
  "insertion-by-speciality" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion by ROME occupation: one row for each ROME code, and one for certifications without one.
  "insertion-by-occupation" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Insertion by certifying body: one row for each SIREN of a certifying body in force, and one for certifications without any.
  "insertion-by-certifier" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Expiring certifications: one row for each certification.
  "expiring" = c(
    "months",
    "filing_passed",
    "replaced",
    "code",
    "register",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Readiness for renewal: one row for each certification.
  "renewal-readiness" = c(
    "months",
    "usable_cohorts_to",
    "active",
    "code",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Overdue rates at six months: one row for each certification and cohort that owes the rate.
  "overdue-rates" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "indicator",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Comparison with peers: one row for each active certification of the RNCP that has the rate.
  "benchmark" = c(
    "code",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "indicator",
    "peers_by",
    "same_level",
    "last_cohorts",
    "minimum_base",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Portfolios of certifying bodies: one row for each certification and SIREN of a certifying body in force, and one for a certification without any.
  "certifier-portfolio" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "last_cohorts",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Licensed partners: one row for each certification, role and state that occurs.
  "partners" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Findings: one row for each finding.
  "findings" = c(
    "rule",
    "severity",
    "code",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Validation of experience: one row for each certification and cohort.
  "vae" = c(
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Changes: one row for each thing of a certification that changed in a publication.
  "changes" = c(
    "since",
    "until",
    "kinds",
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Notes: one row for each note that is shown on the day.
  "notes" = c(
    "kind",
    "code",
    "register",
    "indicator",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Rates computed from surveys: one row for each surveyed cohort, horizon and rate.
  "survey-rates" = c(
    "horizon",
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Outcomes of surveys: one row for each surveyed cohort, horizon, attribute and class of holders.
  "survey-outcomes" = c(
    "horizon",
    "dimension",
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Quality of surveys: one row for each surveyed cohort, horizon and remark.
  "survey-quality" = c(
    "horizon",
    "code",
    "register",
    "active",
    "level",
    "speciality",
    "occupation",
    "formacode",
    "certifier",
    "year_from",
    "year_to",
    "years",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  ),
  # Access to surveys: one row for each read and certification that was read.
  "survey-access" = c(
    "read_from",
    "read_to",
    "code",
    "as_of",
    "limit",
    "labels",
    "publication",
    "known_on",
    "publication_token"
  )
)
# </reports>

# A server. key: an API key or a token, sent as a header. language: of messages of errors. cache: a
# folder in which answers are kept, and asked for again by their ETag. retries, longest_wait: how
# often a request is sent again that is answered 429 or 503 with Retry-After, and the seconds that
# are waited for that at most.
debouches_server <- function(url, key = NULL, language = "en", cache = NULL, retries = 2, longest_wait = 30) {
  for (package in c("curl", "jsonlite")) {
    if (!requireNamespace(package, quietly = TRUE)) {
      stop("debouches.R needs the package ", package, ": install.packages(\"", package, "\")", call. = FALSE)
    }
  }
  list(
    url = sub("/+$", "", url), key = key, language = language, cache = cache,
    retries = retries, longest_wait = longest_wait, schemas = new.env(parent = emptyenv())
  )
}

# Reports of the server: a data frame of name, title in English and French, description, grain.
debouches_list <- function(server) {
  reports <- debouches_json(debouches_get(server, "/reports")$body)$reports
  text <- function(of) vapply(reports, of, "")
  data.frame(
    name = text(function(each) each$name), title = text(function(each) each$title$en),
    title_fr = text(function(each) each$title$fr), description = text(function(each) each$description),
    grain = text(function(each) each$grain), stringsAsFactors = FALSE
  )
}

# Columns and parameters of a report, as /reports/{name}/schema has them.
debouches_schema <- function(server, report) {
  if (is.null(server$schemas[[report]])) {
    names <- debouches_list(server)$name
    if (!report %in% names) {
      debouches_stop("debouches_parameter_error", sprintf(
        "\"%s\" is not a report: %s are", report, paste(names, collapse = ", ")
      ))
    }
    answer <- debouches_get(server, paste0("/reports/", report, "/schema"))
    assign(report, debouches_json(answer$body), envir = server$schemas)
  }
  server$schemas[[report]]
}

# Rows of a report. Parameters are those of the report, a vector for one that takes several;
# publication = 12 or known_on = "2026-09-30" for figures that stay as they are. An error of class
# debouches_parameter_error names what is not accepted, before anything is sent; one of class
# debouches_error is what the server says (code, status, errors, request_id).
debouches_read <- function(server, report, ...) {
  given <- list(...)
  schema <- debouches_schema(server, report)
  query <- debouches_query(schema, given)
  answer <- debouches_get(server, paste0("/reports/", report, ".jsonl", query))
  columns <- debouches_columns(schema, given$labels)
  lines <- strsplit(answer$body, "\n", fixed = TRUE)[[1]]
  rows <- lapply(lines[nzchar(lines)], debouches_json)
  data <- lapply(columns, function(column) {
    debouches_vector(lapply(rows, function(row) row[[column$name]]), column)
  })
  names(data) <- vapply(columns, function(column) column$name, "")
  data <- structure(data, class = "data.frame", row.names = seq_along(rows))
  attr(data, "url") <- paste0(server$url, "/reports/", report, ".csv", query)
  attr(data, "method_version") <- answer$headers[["x-method-version"]]
  attr(data, "contract_version") <- answer$headers[["x-contract-version"]]
  data
}

# Whether the rows of a past publication (publication = or known_on =) still hold: verdict is NEWEST,
# SAME, DIFFERENT (with differences), WITHDRAWN or NOT_KEPT.
debouches_check <- function(server, report, ...) {
  query <- debouches_query(debouches_schema(server, report), c(list(...), check = "1"))
  debouches_json(debouches_get(server, paste0("/reports/", report, ".json", query))$body)
}

debouches_json <- function(text) jsonlite::fromJSON(text, simplifyVector = FALSE)

debouches_stop <- function(class, message, ...) {
  stop(structure(list(message = message, call = NULL, ...), class = c(class, "error", "condition")))
}

debouches_get <- function(server, path) {
  url <- paste0(server$url, path)
  headers <- c("accept-language" = server$language)
  if (!is.null(server$key)) headers[["authorization"]] <- paste("Bearer", server$key)
  file <- debouches_file(server, url)
  kept <- if (!is.null(file) && file.exists(file)) readRDS(file)
  if (!is.null(kept)) headers[["if-none-match"]] <- kept$headers[["etag"]]
  left <- server$retries
  repeat {
    handle <- curl::new_handle(accept_encoding = "gzip")
    curl::handle_setheaders(handle, .list = as.list(headers))
    answer <- curl::curl_fetch_memory(url, handle)
    fields <- curl::parse_headers_list(answer$headers)
    if (answer$status_code == 304 && !is.null(kept)) return(kept)
    body <- rawToChar(answer$content)
    Encoding(body) <- "UTF-8"
    if (answer$status_code < 300) break
    after <- suppressWarnings(as.integer(fields[["retry-after"]]))
    is_busy <- answer$status_code %in% c(429, 503) && length(after) == 1 && !is.na(after)
    if (!is_busy || after > server$longest_wait || left <= 0) {
      debouches_fail(answer$status_code, body)
    }
    left <- left - 1
    Sys.sleep(after)
  }
  whole <- list(body = body, headers = fields)
  no_store <- grepl("no-store", paste(fields[["cache-control"]], collapse = " "))
  if (!is.null(file) && !is.null(fields[["etag"]]) && !no_store) {
    dir.create(dirname(file), showWarnings = FALSE, recursive = TRUE)
    saveRDS(whole, file)
  }
  whole
}

# What one reader may see is not another's: the key is part of the name, by its hash.
debouches_file <- function(server, url) {
  if (is.null(server$cache)) return(NULL)
  named <- tempfile()
  on.exit(unlink(named))
  writeLines(c(url, server$key), named)
  file.path(server$cache, paste0(unname(tools::md5sum(named)), ".rds"))
}

debouches_fail <- function(status, body) {
  problem <- tryCatch(debouches_json(body), error = function(error) list())
  code <- if (is.null(problem$code)) paste0("HTTP_", status) else problem$code
  said <- if (is.null(problem$detail)) paste("the server answered", status) else problem$detail
  each <- vapply(problem$errors, function(error) paste0("\n  ", error$parameter, " ", error$message), "")
  debouches_stop(
    "debouches_error", paste0(code, ": ", said, paste(each, collapse = "")),
    code = code, status = status, errors = problem$errors, request_id = problem$requestId
  )
}

# Parameters as the end of an address; all that is wrong with them is one error.
debouches_query <- function(schema, given) {
  # How CSV is written is no matter of rows.
  known <- Filter(function(each) !each$name %in% c("profile", "headers"), schema$parameters)
  names(known) <- vapply(known, function(each) each$name, "")
  problems <- character()
  pairs <- character()
  for (name in names(given)) {
    values <- given[[name]]
    parameter <- known[[name]]
    if (is.null(values)) next
    if (is.null(parameter)) {
      problems <- c(problems, sprintf("%s is not known: %s are accepted", name, paste(names(known), collapse = ", ")))
      next
    }
    if (length(values) != 1 && !parameter$many) {
      problems <- c(problems, sprintf("%s has %d values: one is accepted", name, length(values)))
      next
    }
    texts <- if (is.logical(values)) tolower(as.character(values)) else format(values, scientific = FALSE, trim = TRUE)
    for (text in texts) {
      wrong <- debouches_wrong(parameter$schema, text)
      if (!is.null(wrong)) {
        problems <- c(problems, sprintf("%s is \"%s\": %s is accepted, as %s", name, text, wrong, parameter$example))
      }
      pairs <- c(pairs, paste0(name, "=", utils::URLencode(enc2utf8(text), reserved = TRUE)))
    }
  }
  for (each in known) {
    if (each$required && is.null(given[[each$name]])) {
      problems <- c(problems, sprintf("%s is missing, as %s", each$name, each$example))
    }
  }
  if (length(problems) > 0) {
    debouches_stop("debouches_parameter_error", paste0(schema$name, ": ", paste(problems, collapse = "; ")))
  }
  if (length(pairs) == 0) "" else paste0("?", paste(pairs, collapse = "&"))
}

# What is accepted in place of a text; NULL when it is. The server has the last word.
debouches_wrong <- function(accepted, text) {
  if (accepted$type == "integer") {
    right <- grepl("^-?[0-9]{1,15}$", text) &&
      as.numeric(text) >= accepted$minimum && as.numeric(text) <= accepted$maximum
    if (!right) sprintf("a whole number from %.0f to %.0f", accepted$minimum, accepted$maximum)
  } else if (accepted$type == "boolean") {
    if (!tolower(text) %in% c("true", "false")) "TRUE or FALSE"
  } else if (!is.null(accepted$enum)) {
    choices <- unlist(accepted$enum)
    if (!tolower(text) %in% tolower(choices)) paste("one of", paste(choices, collapse = ", "))
  } else if (identical(accepted$format, "date")) {
    day <- tryCatch(as.Date(text, format = "%Y-%m-%d"), error = function(error) NA)
    if (is.na(day) || !grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text)) "a day as YYYY-MM-DD"
  }
}

# Columns of the rows; with labels, one of texts behind each column of codes.
debouches_columns <- function(schema, labels) {
  columns <- list()
  for (column in schema$columns) {
    columns <- c(columns, list(column))
    if (!is.null(labels) && !is.null(column$codes)) {
      columns <- c(columns, list(list(name = paste0(column$name, "_label"), type = "TEXT")))
    }
  }
  columns
}

debouches_vector <- function(cells, column) {
  cells <- lapply(cells, function(cell) if (is.null(cell)) NA else cell)
  text <- function() vapply(cells, as.character, "")
  switch(column$type,
    INTEGER = vapply(cells, as.integer, 1L),
    NUMBER = vapply(cells, as.numeric, 1),
    BOOLEAN = vapply(cells, as.logical, NA),
    DATE = as.Date(text()),
    DATETIME = as.POSIXct(text(), format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC"),
    {
      values <- text()
      codes <- names(column$codes)
      # A code of a newer server is kept.
      if (is.null(codes)) values else factor(values, levels = union(codes, stats::na.omit(values)))
    }
  )
}
