// Command ferretdb is the database that the tests of the mongoose backend talk to when the machine has no MongoDB:
// FerretDB as a library, which speaks MongoDB's protocol and keeps its data in SQLite files.
//
//	ferretdb <address> <folder>
//
// It ends when its standard input ends, so that it never outlives the tests, also when they are killed.
package main

import (
	"context"
	"io"
	"log"
	"log/slog"
	"os"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: ferretdb <address> <folder>")
	}
	database, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: os.Args[1]},
		Handler:   "sqlite",
		SQLiteURL: "file:" + os.Args[2] + "/",
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		log.Fatal(err)
	}
	untilOrphaned, orphaned := context.WithCancel(context.Background())
	go func() {
		io.Copy(io.Discard, os.Stdin)
		orphaned()
	}()
	if err := database.Run(untilOrphaned); err != nil {
		log.Fatal(err)
	}
}
