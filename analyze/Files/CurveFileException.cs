namespace Sems.Analyze.Files;

/// <summary>A file that cannot be analysed; the message names file, line and column, and says what to do.</summary>
internal sealed class CurveFileException(string message) : Exception(message);
