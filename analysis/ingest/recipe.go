package ingest

// A Recipe is how a set of files was read, to be replayed on next month's
// export: formats, what the columns mean, by their names, and the rules.
type Recipe struct {
	Version int // RecipeVersion
	Files   []RecipeFile
	Rules   Rules // without Today
}

// RecipeVersion is the version that is written; older ones are read as well.
const RecipeVersion = 1

// A RecipeFile is one file of a Recipe. It fits a file with the same column
// names, in any order, with others beside them.
type RecipeFile struct {
	Name    string // of the file it was made from
	Kind    Kind
	Preset  string
	Format  Format
	Columns []RecipeColumn // those with a role
}

// A RecipeColumn gives a column its role.
type RecipeColumn struct {
	Name string // "" in a file without a header
	At   int    // position, which decides where there are no names
	Role Role
}
