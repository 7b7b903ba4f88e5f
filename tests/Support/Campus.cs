namespace Sems.Tests.Support;

/// <summary>The campus tests play on: a student for each case, and stations.</summary>
public static class Campus
{
    public const string Students = """
        student_number,card_number,username,blocked
        1030412535,5sdf87e4,jack,0
        1030412536,rose-card,rose,0
        1030412537,bob-card,bob,1
        1030412538,new-card,,0
        0012345678,zero-card,zero,0
        T20160001,letter-card,tom,0
        9223372036854775807,max-card,max,0
        9223372036854775808,over-card,over,0
        1030412540,name-card,张𠮷🚲,0
        1030412541,quote-card,"a""b\c<&>'d",0
        1030412546,both-card,"𠮷""\n",0
        1030412542,1,one,0
        1030412543,1.50,decimal,0
        1030412544,卡号一二三,hanzi,0
        """;

    public const string Stations = """
        ammeterGroup_number,name,latitude,longitude
        0001,东门,31.4857,120.2733
        0002,西门,,
        0003,空站,,
        """;

    public const string Ammeters = """
        ammeterGroup_number,ammeter_number,name
        0001,0001,东门 1 号
        0001,0002,东门 2 号
        0001,0003,东门 3 号
        0001,000000000000,东门 4 号
        0002,21652,
        0002,54855,
        0002,14524,
        0002,1,
        """;

    /// <summary>Writes the three files.</summary>
    public static void WriteTo(string directory, string students = Students, string stations = Stations, string ammeters = Ammeters)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "students.csv"), students);
        File.WriteAllText(Path.Combine(directory, "stations.csv"), stations);
        File.WriteAllText(Path.Combine(directory, "ammeters.csv"), ammeters);
    }
}
