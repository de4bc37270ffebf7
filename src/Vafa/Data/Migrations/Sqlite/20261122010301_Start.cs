using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_key", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "entry",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    posting = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    lot = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<short>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    cause_kind = table.Column<short>(type: "INTEGER", nullable: false),
                    cause_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cause_code = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry", x => new { x.member_id, x.no });
                }
            );

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    client = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.client, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "lot",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining = table.Column<long>(type: "INTEGER", nullable: false),
                    available_from = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot", x => new { x.member_id, x.no });
                }
            );

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    card = table.Column<string>(type: "TEXT", nullable: false),
                    mobile = table.Column<string>(type: "TEXT", nullable: true),
                    first_name = table.Column<string>(type: "TEXT", nullable: true),
                    last_name = table.Column<string>(type: "TEXT", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    gender = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    consent_sms = table.Column<bool>(type: "INTEGER", nullable: true),
                    consent_email = table.Column<bool>(type: "INTEGER", nullable: true),
                    referrer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    since_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    visits = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                    last_visit = table.Column<long>(type: "INTEGER", nullable: true),
                    last_visit_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_no = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "member_day",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    visits = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_day", x => new { x.member_id, x.day });
                }
            );

            migrationBuilder.CreateTable(
                name: "member_field",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_field", x => new { x.member_id, x.code });
                }
            );

            migrationBuilder.CreateTable(
                name: "member_group",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_group", x => new { x.member_id, x.code });
                }
            );

            migrationBuilder.CreateTable(
                name: "member_key",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_key", x => new { x.kind, x.value });
                }
            );

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "offer_counter",
                columns: table => new
                {
                    offer = table.Column<string>(type: "TEXT", nullable: false),
                    uses = table.Column<long>(type: "INTEGER", nullable: false),
                    given = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_counter", x => x.offer);
                }
            );

            migrationBuilder.CreateTable(
                name: "offer_use",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    offer = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    given = table.Column<long>(type: "INTEGER", nullable: false),
                    counted = table.Column<bool>(type: "INTEGER", nullable: false),
                    freed = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_offer_use",
                        x => new
                        {
                            x.member_id,
                            x.purchase_id,
                            x.offer,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "product",
                columns: table => new
                {
                    sku = table.Column<string>(type: "TEXT", nullable: false),
                    title_fa = table.Column<string>(type: "TEXT", nullable: true),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    group_code = table.Column<string>(type: "TEXT", nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: true),
                    cost = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product", x => x.sku);
                }
            );

            migrationBuilder.CreateTable(
                name: "product_group",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title_fa = table.Column<string>(type: "TEXT", nullable: true),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product_group", x => x.code);
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_document",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    until_version = table.Column<long>(type: "INTEGER", nullable: true),
                    age = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_programme_document",
                        x => new
                        {
                            x.kind,
                            x.code,
                            x.version,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_version",
                columns: table => new
                {
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_version", x => x.version);
                }
            );

            migrationBuilder.CreateTable(
                name: "purchase",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_guest = table.Column<bool>(type: "INTEGER", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: false),
                    till = table.Column<string>(type: "TEXT", nullable: true),
                    cashier = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<short>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    discount = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                    payable = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<short>(type: "INTEGER", nullable: false),
                    programme_version = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_from = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_to = table.Column<long>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "purchase_key",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_key", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "purchase_line",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    sku = table.Column<string>(type: "TEXT", nullable: true),
                    product_group = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    discount = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_purchase_line",
                        x => new
                        {
                            x.member_id,
                            x.purchase_id,
                            x.no,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "refund",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    money = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    entry_from = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_to = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "refund_line",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    refund_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    purchase_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    money = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_refund_line",
                        x => new
                        {
                            x.member_id,
                            x.refund_id,
                            x.no,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "staff_link",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_link", x => x.hash);
                }
            );

            migrationBuilder.CreateTable(
                name: "staff_session",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session", x => x.hash);
                }
            );

            migrationBuilder.CreateTable(
                name: "wallet",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wallet", x => new { x.member_id, x.unit });
                }
            );

            migrationBuilder.CreateIndex(name: "ix_api_key_hash", table: "api_key", column: "hash", unique: true);

            migrationBuilder.CreateIndex(name: "ix_audit_subject", table: "audit", column: "subject");

            migrationBuilder.CreateIndex(name: "ix_idempotency_at", table: "idempotency", column: "at");

            migrationBuilder.CreateIndex(name: "ix_member_group_code", table: "member_group", column: "code");

            migrationBuilder.CreateIndex(name: "ix_member_key_member_id", table: "member_key", column: "member_id");

            migrationBuilder.CreateIndex(name: "ix_product_group_code", table: "product", column: "group_code");

            migrationBuilder.CreateIndex(
                name: "ix_programme_document_until_version",
                table: "programme_document",
                column: "until_version"
            );

            migrationBuilder.CreateIndex(name: "ix_purchase_at", table: "purchase", column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_refund_member_id_purchase_id",
                table: "refund",
                columns: new[] { "member_id", "purchase_id" }
            );

            migrationBuilder.CreateIndex(name: "ix_staff_user_name", table: "staff", column: "user_name", unique: true);

            migrationBuilder.CreateIndex(name: "ix_staff_session_staff_id", table: "staff_session", column: "staff_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "api_key");

            migrationBuilder.DropTable(name: "audit");

            migrationBuilder.DropTable(name: "data_key");

            migrationBuilder.DropTable(name: "entry");

            migrationBuilder.DropTable(name: "idempotency");

            migrationBuilder.DropTable(name: "lot");

            migrationBuilder.DropTable(name: "member");

            migrationBuilder.DropTable(name: "member_day");

            migrationBuilder.DropTable(name: "member_field");

            migrationBuilder.DropTable(name: "member_group");

            migrationBuilder.DropTable(name: "member_key");

            migrationBuilder.DropTable(name: "message");

            migrationBuilder.DropTable(name: "offer_counter");

            migrationBuilder.DropTable(name: "offer_use");

            migrationBuilder.DropTable(name: "product");

            migrationBuilder.DropTable(name: "product_group");

            migrationBuilder.DropTable(name: "programme_document");

            migrationBuilder.DropTable(name: "programme_version");

            migrationBuilder.DropTable(name: "purchase");

            migrationBuilder.DropTable(name: "purchase_key");

            migrationBuilder.DropTable(name: "purchase_line");

            migrationBuilder.DropTable(name: "refund");

            migrationBuilder.DropTable(name: "refund_line");

            migrationBuilder.DropTable(name: "staff");

            migrationBuilder.DropTable(name: "staff_link");

            migrationBuilder.DropTable(name: "staff_session");

            migrationBuilder.DropTable(name: "wallet");
        }
    }
}
