namespace Sems.GrainInterfaces;

/// <summary>What is in a file.</summary>
public enum ImportKind
{
    /// <summary>Students.</summary>
    Students = 0,

    /// <summary>Stations.</summary>
    Stations = 1,

    /// <summary>Meters.</summary>
    Ammeters = 2,
}

/// <summary>What a row does.</summary>
public enum ImportRowKind
{
    /// <summary>Adds.</summary>
    New = 0,

    /// <summary>Changes.</summary>
    Changed = 1,

    /// <summary>Says what is so already.</summary>
    Unchanged = 2,

    /// <summary>Cannot be written.</summary>
    Bad = 3,
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Nothing is written yet.</summary>
    Preview = 0,

    /// <summary>It is being written.</summary>
    Running = 1,

    /// <summary>It is written.</summary>
    Done = 2,

    /// <summary>It was not written to the end; it can be begun again.</summary>
    Failed = 3,
}
