using Sems.Simulator.Campus;
using Sems.Simulator.Tests.Support;

namespace Sems.Simulator.Tests.Campus;

public sealed class CampusCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var campus = CampusGenerator.Generate(CampusSize.Demo, 3);
        var odd = campus with { Stations = [.. campus.Stations, new CampusStation("9", "a \"quoted\", name", 1.5, -2.25, "key")] };
        CampusCsv.Write(_folder.Root, odd);
        var read = CampusCsv.Read(_folder.Root);
        Assert.Equal(odd.Students, read.Students);
        Assert.Equal(odd.Stations, read.Stations);
        Assert.Equal(odd.Ammeters, read.Ammeters);
    }

    [Fact]
    public void The_columns_are_those_of_the_protocol()
    {
        CampusCsv.Write(_folder.Root, CampusGenerator.Generate(CampusSize.Demo, 3));
        Assert.Equal(
            "student_number,card_number,username,password,blocked,phone,brand,model,battery_type,rated_voltage,rated_ah",
            File.ReadLines(_folder.File("students.csv")).First());
        Assert.Equal("ammeterGroup_number,name,latitude,longitude,station_key", File.ReadLines(_folder.File("stations.csv")).First());
        Assert.Equal("ammeterGroup_number,ammeter_number,name", File.ReadLines(_folder.File("ammeters.csv")).First());
        Assert.StartsWith("1030412535,5sdf87e4,jack,sems2535,0,", File.ReadLines(_folder.File("students.csv")).ElementAt(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ammeterGroup_number,name\n0001,x\n", "ammeters.csv, line 1: column 'ammeter_number' is missing")]
    [InlineData("ammeterGroup_number,ammeter_number\n0001,1\n0001,\n", "ammeters.csv, line 3: 'ammeter_number' is empty")]
    [InlineData("", "ammeters.csv is empty")]
    public void A_bad_file_is_named_with_its_line(string ammeters, string message)
    {
        CampusCsv.Write(_folder.Root, CampusGenerator.Generate(CampusSize.Demo, 3));
        File.WriteAllText(_folder.File("ammeters.csv"), ammeters);
        Assert.EndsWith(message, Assert.Throws<InvalidDataException>(() => CampusCsv.Read(_folder.Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n", "1:a|b")]
    [InlineData("a,\"b,c\"\r\n\r\n\"x\"\"y\",z", "1:a|b,c 3:x\"y|z")]
    [InlineData("\"two\nlines\",2\nnext,", "1:two\nlines|2 3:next|")]
    public void Csv_text_is_read_as_rfc_4180_says(string text, string rows) =>
        Assert.Equal(rows, string.Join(' ', CsvText.ReadRows(new StringReader(text)).Select(r => $"{r.Line}:{string.Join('|', r.Fields)}")));

    [Theory]
    [InlineData("a\n\"open,b\n", "line 2: a quoted field does not end")]
    [InlineData("\"a\"b\"\",c\n", "line 1: text follows a closing quote")]
    public void Broken_csv_is_named_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => CsvText.ReadRows(new StringReader(text)).ToList()).Message);
}
