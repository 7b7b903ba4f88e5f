namespace Sems.GrainInterfaces;

/// <summary>What a setting should be and is not. The gateway has the words for each.</summary>
public enum SettingsFaultKind
{
    /// <summary>JSON.</summary>
    NotJson = 0,

    /// <summary>A field there is.</summary>
    Unknown = 1,

    /// <summary>An object with fields.</summary>
    NotAnObject = 2,

    /// <summary>A whole number in the range.</summary>
    WholeNumber = 3,

    /// <summary>A whole number in the range, or "none".</summary>
    WholeNumberOrNone = 4,

    /// <summary>A number in the range.</summary>
    Number = 5,

    /// <summary>notice, alarm or lock.</summary>
    Action = 6,

    /// <summary>A list of bands, at most so many.</summary>
    Bands = 7,

    /// <summary>A time of the day, HH:mm (as an end also 24:00).</summary>
    TimeOfDay = 8,

    /// <summary>Another time than the band's start.</summary>
    EmptyBand = 9,

    /// <summary>Set for the campus: it is not a station's.</summary>
    CampusOnly = 10,

    /// <summary>Two samples at least, for the action is lock.</summary>
    LockNeedsTwo = 11,

    /// <summary>Below the other field.</summary>
    NotBelow = 12,

    /// <summary>A time after the start, at most so many hours.</summary>
    Span = 13,

    /// <summary>Plain text of at most so many characters, without line breaks and tags.</summary>
    Text = 14,

    /// <summary>At most so many small letters and digits.</summary>
    Letters = 15,

    /// <summary>One of the words in the fault's other.</summary>
    Word = 16,

    /// <summary>Empty, or the address of a map's pictures.</summary>
    TileUrl = 17,

    /// <summary>A number in the range, or "none".</summary>
    NumberOrNone = 18,

    /// <summary>Set, for the other field is.</summary>
    Needed = 19,
}
