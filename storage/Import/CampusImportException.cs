namespace Sems.Storage.Import;

/// <summary>The import cannot be done at all: no such directory, or a file is not what it should be. Nothing was stored.</summary>
public sealed class CampusImportException : Exception
{
    /// <summary>Creates the exception with what is wrong, in Chinese.</summary>
    public CampusImportException(string message, Exception? inner = null) : base(message, inner) { }
}
