namespace Sems.Storage.Import;

/// <summary>Which of the three files.</summary>
public enum ImportTable
{
    /// <summary>students.csv.</summary>
    Students = 0,

    /// <summary>stations.csv.</summary>
    Stations = 1,

    /// <summary>ammeters.csv.</summary>
    Ammeters = 2,
}

/// <summary>What a row of a file does.</summary>
public enum RowFate
{
    /// <summary>Adds.</summary>
    New = 0,

    /// <summary>Changes.</summary>
    Changed = 1,

    /// <summary>Says what is so already.</summary>
    Unchanged = 2,

    /// <summary>Cannot be stored.</summary>
    Bad = 3,
}
