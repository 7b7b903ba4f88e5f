using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>A row of students.csv: the change, but for the password, which is still to be hashed.</summary>
internal sealed record StudentRow(StudentChange Change, string? Password);
