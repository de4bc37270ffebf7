using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tills : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_pin",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_pin", x => x.staff_id);
                }
            );

            migrationBuilder.CreateTable(
                name: "till_approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_by = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_till_approval", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "till_device",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    till = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    token_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    token_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paired_by = table.Column<string>(type: "text", nullable: false),
                    paired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shift_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    shift_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    clock_ahead = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_till_device", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "till_pairing",
                columns: table => new
                {
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    till = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_till_pairing", x => x.code_hash);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_till_device_previous_hash",
                table: "till_device",
                column: "previous_hash"
            );

            migrationBuilder.CreateIndex(
                name: "ix_till_device_till_number",
                table: "till_device",
                columns: new[] { "till", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_till_device_token_hash",
                table: "till_device",
                column: "token_hash",
                unique: true
            );

            // What finds a member by the last digits of his mobile; an index of an expression has no word in EF.
            migrationBuilder.Sql(
                "CREATE INDEX ix_member_mobile_end ON member (right(mobile, 4)) WHERE mobile IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_member_mobile_end");
            migrationBuilder.DropTable(name: "staff_pin");

            migrationBuilder.DropTable(name: "till_approval");

            migrationBuilder.DropTable(name: "till_device");

            migrationBuilder.DropTable(name: "till_pairing");
        }
    }
}
