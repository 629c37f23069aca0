using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("07700900123")]
    [InlineData("07700 900 123")]
    [InlineData("07700-900-123")]
    [InlineData("07700.900.123")]
    [InlineData("(07700) 900123")]
    [InlineData("+447700900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("+4407700900123")]
    [InlineData("00447700900123")]
    [InlineData("0044 (0) 7700 900123")]
    [InlineData("447700900123")]
    [InlineData("4407700900123")]
    public void A_UK_mobile_in_any_dress_is_one_number(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal("+447700900123", number.E164);
        Assert.Equal("07700 900123", number.Display);
        Assert.True(number.IsUkMobile);
        Assert.True(number.CanBeTexted);
    }

    [Theory]
    [InlineData("020 7946 0000", "+442079460000")]
    [InlineData("01632 960123", "+441632960123")]
    [InlineData("03069 990000", "+443069990000")]
    [InlineData("08081 570000", "+448081570000")]
    [InlineData("0800 1111", "+448001111")]
    [InlineData("07012 345678", "+447012345678")]
    [InlineData("07600 123456", "+447600123456")]
    public void Landlines_and_numbers_that_only_look_like_mobiles_are_for_calls(string text, string expected)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(expected, number.E164);
        Assert.False(number.IsUkMobile);
        Assert.False(number.CanBeTexted);
    }

    [Fact]
    public void The_Isle_of_Man_keeps_its_mobiles_in_076() =>
        Assert.True(PhoneNumber.Parse("07624 123456").IsUkMobile);

    [Fact]
    public void A_number_from_abroad_may_be_texted()
    {
        var number = PhoneNumber.Parse("+353 85 012 3456");
        Assert.False(number.IsUk);
        Assert.True(number.CanBeTexted);
        Assert.Equal("+353850123456", number.Display);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("0770090012")]
    [InlineData("077009001234")]
    [InlineData("7700900123")]
    [InlineData("07700 9OO123")]
    [InlineData("call 07700900123")]
    [InlineData("85258")]
    [InlineData("+0123456789")]
    [InlineData("+44")]
    [InlineData("00")]
    public void What_is_no_whole_number_is_refused(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Fact]
    public void A_number_does_not_print_itself()
    {
        Assert.Equal("number ending 123", PhoneNumber.Parse("07700900123").ToString());
        Assert.Equal("no number", default(PhoneNumber).ToString());
    }

    [Theory]
    [InlineData("+447700900123", SenderKind.Phone, true)]
    [InlineData("whatsapp:+447700900123", SenderKind.Phone, true)]
    [InlineData("+441632960123", SenderKind.Phone, true)]
    [InlineData("85258", SenderKind.ShortCode, false)]
    [InlineData("60777", SenderKind.ShortCode, false)]
    [InlineData("NHSvaccine", SenderKind.Alphanumeric, false)]
    [InlineData("Royal Mail", SenderKind.Alphanumeric, false)]
    public void Only_a_telephone_number_can_receive_a_reply(string text, SenderKind kind, bool canReply)
    {
        Assert.True(SenderAddress.TryParse(text, out var address));
        Assert.Equal(kind, address.Kind);
        Assert.Equal(canReply, address.CanReceiveReply);
    }

    [Fact]
    public void A_WhatsApp_address_keeps_its_prefix_and_its_number()
    {
        Assert.True(SenderAddress.TryParse("whatsapp:+44 7700 900123", out var address));
        Assert.True(address.IsWhatsApp);
        Assert.Equal("whatsapp:+447700900123", address.Value);
        Assert.Equal("+447700900123", address.Phone!.Value.E164);
    }

    [Fact]
    public void An_empty_sender_is_no_address() => Assert.False(SenderAddress.TryParse(" ", out _));
}
