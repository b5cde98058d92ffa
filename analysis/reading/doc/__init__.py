"""The binary format of Word 97 to 2003, which old WPS shares: .doc and .wps ([MS-DOC])."""
